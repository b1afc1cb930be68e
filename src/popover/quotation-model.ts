import { computed, signal } from '@preact/signals';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import {
  createAnnotation,
  noteOf,
  styleOf,
  tagsOf,
  uncorrected,
  withEnds,
  withKind,
  withNote,
  withoutRejection,
  withSpeaker,
  withStatus,
  withStyle,
  withTags,
  withWordOf,
} from '#core/annotation-edit.ts';
import { isKept } from '#core/annotation-kept.ts';
import type { Decision } from '#core/decision.ts';
import { tellingWords } from '#core/speaker-name.ts';
import type { Span } from '#core/text.ts';
import { urnUuid } from '#core/uuid.ts';
import { moveEnd, snapToWords } from '#core/word-ends.ts';
import type { request } from '#messaging/client.ts';
import type { Passage } from '#messaging/protocol.ts';
import { createAutosave } from '#ui/autosave.ts';
import { createNoteWriting, withoutWritten } from './note-writing.ts';
import type { Others, QuotationModel, QuotationView, Undo } from './quotation-model-type.ts';

export type { Others, QuotationModel, Undo } from './quotation-model-type.ts';

function now(): string {
  return new Date().toISOString();
}

/** A note is sent this long after the last key, in ms. */
const noteDelay = 250;

/**
 * The state of a popover on one quotation. Every change makes the record when there is none, is shown at once, and is
 * saved through one queue; `saving.state` tells when the store has confirmed it.
 */
export function createQuotationModel(view: QuotationView, ask: typeof request, id = ''): QuotationModel {
  const record = signal<Annotation | null>(view.annotation);
  const found = signal<QuotationRecord | null>(view.found);
  const passage = signal<Passage>(view.passage);
  const others = signal<Others | null>(null);
  const done: Undo[] = [];
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
    const made = {
      id: urnUuid(crypto.getRandomValues(new Uint8Array(16))),
      now: now(),
      source: view.article.source,
      selector: passage.peek().selector,
      quotation: found.peek(),
    };
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
    note(what, () => {
      if (made) void attempt(async () => void (await discard(next)));
      else change(inverse(current()), 'now');
    });
  }

  /** Notes what was done, so that it can be taken back, and says so. */
  function note(what: Undo['what'], takeBack: () => void): void {
    const entry: Undo = {
      what,
      back: () => {
        const place = done.lastIndexOf(entry);
        if (place < 0) return;
        done.splice(place, 1);
        if (undo.peek() === entry) undo.value = null;
        takeBack();
      },
    };
    done.push(entry);
    undo.value = entry;
  }

  /** Makes a correction, with its way back: the word on the quotation stands as before, what was written meanwhile stays. */
  function correct(
    what: Undo['what'],
    edit: (annotation: Annotation) => Annotation,
    onBack = (): void => {},
  ): void {
    const before = record.peek();
    const start = current();
    change(edit(start), 'now');
    note(what, () => {
      onBack();
      const here = record.peek();
      if (here === null) return;
      others.value = null;
      if (before === null && here.body.length === 0) void attempt(async () => void (await discard(here)));
      else change(withWordOf(here, before ?? start, now()), 'now');
    });
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

  const writing = createNoteWriting();
  let moving: Promise<unknown> = Promise.resolve();
  /** Moves the ends to where they are wanted, one move after the other, and the mark on the page with them. */
  function move(wanted: () => Span | null | Promise<Span | null>, isDragged = false): void {
    const step = async (): Promise<void> => {
      const before = passage.peek();
      const span = await wanted();
      if (span === null) return;
      const isSame = span.start === before.start && span.end === before.start + before.exact.length;
      if (isSame && !isDragged) return;
      const next = await ask('popover.setEnds', { id, ...span });
      if (next === null || isSame) return;
      const { exact, selector } = next;
      passage.value = next;
      const edit = (annotation: Annotation): Annotation =>
        withEnds(annotation, { before: before.exact, exact, selector }, now());
      correct('ends', edit, () => {
        passage.value = before;
        void ask('popover.setEnds', { id, ...passageSpan(before) }).catch(() => null);
      });
    };
    moving = moving.then(() => attempt(step));
  }

  async function takeBack(decision: Decision): Promise<void> {
    await ask('decisions.put', { decision, takeBack: true });
    const read = found.peek();
    if (read !== null && decisionOn(read, [decision]) !== null)
      found.value = { ...read, speaker: read.detectedSpeaker, status: 'detected' };
  }

  return {
    view,
    record,
    held: computed(() => stored.value !== null),
    kept: computed(() => record.value !== null && isKept(record.value)),
    quotation: computed(() => (record.value === null ? found.value : record.value.quotation)),
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
    setNote(text) {
      writing.begin(record.peek());
      change(withNote(current(), text, now()), 'soon');
    },
    endNote() {
      const written = writing.end(record.peek());
      if (written === null) return;
      note('noted', () => {
        const then = withoutWritten(current(), written, now());
        if (then === null) void attempt(async () => void (await discard(current())));
        else change(then, 'now');
      });
    },
    setTags(tags) {
      const before = tagsOf(current());
      doing('tagged', withTags(current(), tags, now()), (then) => withTags(then, before, now()));
    },
    setStyle(style) {
      const before = styleOf(current());
      doing('styled', withStyle(current(), style, now()), (then) => withStyle(then, before, now()));
    },
    confirm: () => change(withStatus(current(), 'confirmed', now()), 'now'),
    shown: passage,
    correctSpeaker(speaker) {
      const read = record.peek()?.quotation ?? found.peek();
      correct('speaker', (annotation) => withSpeaker(annotation, speaker, now()));
      const about = read?.status === 'detected' ? (read.speaker ?? tellingWords(read.mention)) : null;
      if (about !== null && speaker !== null && speaker !== about && view.others > 0)
        others.value = { about, speaker, count: view.others };
    },
    uncorrect() {
      const decision = record.peek() === null ? decisionOn(found.peek(), view.decisions) : null;
      if (decision !== null) void attempt(() => takeBack(decision));
      else if (passage.peek() === view.passage) change(uncorrected(current(), now()), 'now');
      else change(withWordOf(current(), { quotation: found.peek(), target: current().target }, now()), 'now');
    },
    reject() {
      correct('rejected', (annotation) => withStatus(annotation, 'rejected', now()));
    },
    accept() {
      const last = undo.peek();
      if (last?.what === 'rejected') last.back();
      else change(withoutRejection(current(), now()), 'now');
    },
    setKind(kind) {
      if (kind !== (record.peek()?.quotation ?? found.peek())?.kind)
        correct('kind', (annotation) => withKind(annotation, kind, now()));
    },
    moveEnd: (edge, by) => move(() => moveEnd(passage.peek(), edge, by)),
    drag: (ends) =>
      move(async () => {
        const there = await ask('popover.setEnds', { id, ...ends });
        return there === null ? passageSpan(passage.peek()) : snapToWords(there);
      }, true),
    others,
    correctOthers() {
      const wanted = others.peek();
      if (wanted === null) return;
      const { about, speaker: value } = wanted;
      const decision = { source: view.article.source, kind: 'speaker', about, value, at: now() } as const;
      others.value = null;
      void attempt(async () => {
        await saving.settled();
        await ask('decisions.put', { decision, takeBack: false });
        note('others', () => void attempt(() => takeBack(decision)));
      });
    },
    undoLast: () => done.at(-1)?.back(),
    remove() {
      const gone = record.peek();
      if (gone === null) return;
      void attempt(async () => {
        const held = await discard(gone);
        note('deleted', () => (held ? restore(gone) : change(gone, 'now')));
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

const passageSpan = ({ start, exact }: Passage): Span => ({ start, end: start + exact.length });

/** The decision that has named the speaker of what was found, or null. */
function decisionOn(found: QuotationRecord | null, decisions: readonly Decision[]): Decision | null {
  if (found?.status !== 'corrected') return null;
  const read = found.detectedSpeaker ?? tellingWords(found.mention);
  return decisions.find(({ kind, about }) => kind !== 'not-a-person' && about === read) ?? null;
}
