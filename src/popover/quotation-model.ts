import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import {
  createAnnotation,
  noteOf,
  styleOf,
  tagsOf,
  withNote,
  withoutRejection,
  withSpeaker,
  withStatus,
  withStyle,
  withTags,
} from '#core/annotation-edit.ts';
import { isKept } from '#core/annotation-kept.ts';
import { urnUuid } from '#core/uuid.ts';
import type { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { type Autosave, createAutosave } from '#ui/autosave.ts';

type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

/** What was just done and can be taken back. */
export interface Undo {
  readonly what: 'deleted' | 'rejected' | 'styled' | 'tagged';
  readonly back: () => void;
}

export interface QuotationModel {
  readonly view: QuotationView;
  /** The record as the reader sees it here, stored or about to be; null while nothing is kept. */
  readonly record: ReadonlySignal<Annotation | null>;
  /** Whether the store has confirmed that it holds the record. */
  readonly held: ReadonlySignal<boolean>;
  /** Whether that is something the reader keeps, and not the bare word that it is no quotation. */
  readonly kept: ReadonlySignal<boolean>;
  /** Who speaks and why: the record's word, else the detector's. */
  readonly quotation: ReadonlySignal<QuotationRecord | null>;
  readonly note: ReadonlySignal<string>;
  readonly tags: ReadonlySignal<readonly string[]>;
  /** The id of the mark style, or null. */
  readonly style: ReadonlySignal<string | null>;
  readonly saving: Autosave<Annotation>;
  readonly undo: ReadonlySignal<Undo | null>;
  /** A deletion or its undoing failed: the error, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** What is kept, or would be: to be copied. */
  readonly passage: () => Annotation;
  readonly keep: () => void;
  readonly setNote: (note: string) => void;
  readonly setTags: (tags: readonly string[]) => void;
  readonly setStyle: (style: string | null) => void;
  readonly confirm: () => void;
  readonly correctSpeaker: (speaker: string | null) => void;
  /** Takes a correction back: the detector's speaker stands again. */
  readonly uncorrect: () => void;
  readonly reject: () => void;
  /** Takes a rejection back, the one just made or an earlier one. */
  readonly accept: () => void;
  readonly remove: () => void;
  /** Takes over what another surface has saved, unless something here is not saved yet. */
  readonly refresh: () => void;
}

function now(): string {
  return new Date().toISOString();
}

/** A note is sent this long after the last key, in ms. */
const noteDelay = 250;

/**
 * The state of a popover on one quotation. Every change makes the record when there is none, is shown at once, and is
 * saved through one queue; `saving.state` tells when the store has confirmed it.
 */
export function createQuotationModel(view: QuotationView, ask: typeof request): QuotationModel {
  const record = signal<Annotation | null>(view.annotation);
  const undo = signal<Undo | null>(null);
  const trouble = signal<unknown>(null);
  const stored = signal<Annotation | null>(view.annotation);

  const saving = createAutosave<Annotation>(async (annotation) => {
    const before = stored.peek();
    const base = before?.id === annotation.id ? before.modified : null;
    const reply = await ask('annotations.put', { annotation, article: view.article, base });
    const current = record.peek() === annotation;
    // A reply that holds another surface's note as well may only become the base of what has taken it over: else the next
    // save would wipe that note out. With the old base the store merges once more.
    if (current || noteOf(reply) === noteOf(annotation)) stored.value = reply;
    if (current) record.value = reply;
  }, noteDelay);

  function current(): Annotation {
    const { article, passage, found } = view;
    const id = urnUuid(crypto.getRandomValues(new Uint8Array(16)));
    const made = { id, now: now(), source: article.source, selector: passage.selector, quotation: found };
    return record.peek() ?? createAnnotation(made);
  }

  function change(next: Annotation, when: 'soon' | 'now'): void {
    record.value = next;
    undo.value = null;
    saving.set(next, when);
  }

  /** A change that is told, with the way back: `inverse` of the record as it will then be, or to nothing where it has made the record. */
  function doing(what: Undo['what'], next: Annotation, inverse: (now: Annotation) => Annotation): void {
    const made = record.peek() === null;
    change(next, 'now');
    undo.value = {
      what,
      back: () => {
        if (made) void attempt(() => discard(next).then(() => void (undo.value = null)));
        else change(inverse(current()), 'now');
      },
    };
  }

  async function attempt(action: () => Promise<void>): Promise<void> {
    trouble.value = null;
    try {
      await action();
    } catch (error) {
      trouble.value = error;
    }
  }

  /** Moves what is kept to the trash, after every save under way has ended. Answers whether the store held it. */
  async function discard(gone: Annotation): Promise<boolean> {
    await saving.settled();
    const held = stored.peek() !== null;
    if (held) await ask('annotations.delete', { id: gone.id });
    saving.drop();
    stored.value = null;
    record.value = null;
    return held;
  }

  function restore(gone: Annotation): void {
    void attempt(async () => {
      stored.value = await ask('annotations.restore', { id: gone.id });
      record.value = stored.value;
      undo.value = null;
    });
  }

  return {
    view,
    record,
    held: computed(() => stored.value !== null),
    kept: computed(() => record.value !== null && isKept(record.value)),
    quotation: computed(() => record.value?.quotation ?? view.found),
    note: computed(() => (record.value === null ? '' : noteOf(record.value))),
    tags: computed(() => (record.value === null ? [] : tagsOf(record.value))),
    style: computed(() => (record.value === null ? null : styleOf(record.value))),
    saving,
    undo,
    trouble,
    passage: current,
    keep() {
      if (stored.peek() === null) change(current(), 'now');
      else saving.flush();
    },
    setNote: (note) => change(withNote(current(), note, now()), 'soon'),
    setTags(tags) {
      const before = tagsOf(current());
      doing('tagged', withTags(current(), tags, now()), (then) => withTags(then, before, now()));
    },
    setStyle(style) {
      const before = styleOf(current());
      doing('styled', withStyle(current(), style, now()), (then) => withStyle(then, before, now()));
    },
    confirm: () => change(withStatus(current(), 'confirmed', now()), 'now'),
    correctSpeaker: (speaker) => change(withSpeaker(current(), speaker, now()), 'now'),
    uncorrect: () => change(withStatus(current(), 'detected', now()), 'now'),
    reject() {
      const before = record.peek();
      const rejected = withStatus(current(), 'rejected', now());
      change(rejected, 'now');
      undo.value = {
        what: 'rejected',
        back: () => {
          if (before !== null) change({ ...before, modified: now() }, 'now');
          else void attempt(() => discard(rejected).then(() => void (undo.value = null)));
        },
      };
    },
    accept() {
      const done = undo.peek();
      if (done?.what === 'rejected') done.back();
      else change(withoutRejection(current(), now()), 'now');
    },
    remove() {
      const gone = record.peek();
      if (gone === null) return;
      void attempt(async () => {
        const held = await discard(gone);
        undo.value = { what: 'deleted', back: () => (held ? restore(gone) : change(gone, 'now')) };
      });
    },
    refresh() {
      const known = record.peek();
      if (known === null || saving.pending()) return;
      void attempt(async () => {
        const latest = await ask('annotations.get', { id: known.id });
        if (record.peek() !== known || saving.pending()) return;
        stored.value = latest;
        record.value = latest;
      });
    },
  };
}
