import { computed, type ReadonlySignal, signal } from '@preact/signals';
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
import { withoutWriting } from '#core/merge-notes.ts';
import { tellingWords } from '#core/speaker-name.ts';
import { urnUuid } from '#core/uuid.ts';
import type { request } from '#messaging/client.ts';
import type { Passage } from '#messaging/protocol.ts';
import { createAttempts } from './attempts.ts';
import { createDeedHistory } from './deed-history.ts';
import { createKeptRecord, type KeptRecord } from './kept-record.ts';
import { createNameDecisions, decisionOn } from './name-decisions.ts';
import { createNoteWriting, withoutWritten } from './note-writing.ts';
import { createPassageMover } from './passage-mover.ts';
import type { Others, QuotationDeed, QuotationModel, QuotationView } from './quotation-model-type.ts';
import { createRecordDeeds } from './record-deeds.ts';

export type { Others, QuotationDeed, QuotationModel } from './quotation-model-type.ts';

const now = (): string => new Date().toISOString();
const asItIs = (annotation: Annotation): Annotation => annotation;

/** What a reader sees of the record; of what was found where nothing is kept. */
function shownOf({ record, stored }: KeptRecord, found: ReadonlySignal<QuotationRecord | null>) {
  return {
    held: computed(() => stored.value !== null),
    kept: computed(() => record.value !== null && isKept(record.value)),
    quotation: computed(() => (record.value === null ? found.value : record.value.quotation)),
    note: computed(() => (record.value === null ? '' : noteOf(record.value))),
    tags: computed(() => (record.value === null ? [] : tagsOf(record.value))),
    style: computed(() => (record.value === null ? null : styleOf(record.value))),
  };
}

/**
 * The state of a popover on one quotation. Every change makes the record when there is none, is shown at once, and is
 * saved through one queue; `saving.state` tells when the store has confirmed it.
 */
export function createQuotationModel(view: QuotationView, ask: typeof request, id = ''): QuotationModel {
  const found = signal<QuotationRecord | null>(view.found);
  const passage = signal<Passage>(view.passage);
  const others = signal<Others | null>(null);
  const deeds = createDeedHistory<QuotationDeed>();
  const { trouble, attempt } = createAttempts();
  const kept = createKeptRecord(view.annotation, view.article, ask, current);
  const { record, stored, saving, isJoined } = kept;

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

  const onTakenBack = (): void => void (others.value = null);
  const changes = createRecordDeeds({ ask, kept, deeds, attempt, current, onTakenBack });
  const { change, doing, correct, ways, remove } = changes;
  const writing = createNoteWriting();
  const decisions = createNameDecisions({ ask, found, attempt, deeds });
  const mover = createPassageMover({
    ask,
    id,
    passage,
    attempt,
    onMoved(before, next) {
      const { exact, selector } = next;
      const edit = (annotation: Annotation): Annotation =>
        withEnds(annotation, { before: before.exact, exact, selector }, now());
      correct('ends', edit, { back: () => mover.show(before), again: () => mover.show(next) });
    },
  });

  return {
    view,
    record,
    ...shownOf(kept, found),
    isJoined,
    saving,
    undo: computed(() => {
      const told = deeds.told.value;
      if (told?.how !== 'done') return null;
      return { what: told.deed.what, back: () => deeds.takeBack(told.deed) };
    }),
    told: deeds.told,
    trouble,
    passage: current,
    keep() {
      if (record.peek() === null) doing('kept', asItIs, asItIs);
      else if (stored.peek() === null) change(current(), 'now');
      else saving.flush();
    },
    setNote(text) {
      writing.write(record.peek(), text);
      kept.wrote(text);
      change(withNote(current(), text, now()), 'soon');
    },
    endNote() {
      const written = writing.end(record.peek());
      if (written === null) return;
      const { before, after } = written;
      const then = (): Annotation | null => withoutWritten(current(), written, now());
      const back = (): void => change(then() ?? current(), 'now');
      const again = (): void =>
        change(withNote(current(), withoutWriting(noteOf(current()), before, after), now()), 'now');
      deeds.did({ what: 'noted', ...ways(() => then() === null, back, again) });
    },
    setTags(tags) {
      const put = (wanted: readonly string[]) => (then: Annotation) => withTags(then, wanted, now());
      doing('tagged', put(tags), put(tagsOf(current())));
    },
    setStyle(style) {
      const put = (wanted: string | null) => (then: Annotation) => withStyle(then, wanted, now());
      doing('styled', put(style), put(styleOf(current())), style ?? '');
    },
    confirm: () => correct('confirmed', (annotation) => withStatus(annotation, 'confirmed', now())),
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
      const isMoved = passage.peek() !== view.passage;
      const asFound = (then: Annotation): Annotation =>
        withWordOf(then, { quotation: found.peek(), target: then.target }, now());
      if (decision !== null) void decisions.takeBack(decision);
      else correct('uncorrected', (then) => (isMoved ? asFound(then) : uncorrected(then, now())));
    },
    reject() {
      correct('rejected', (annotation) => withStatus(annotation, 'rejected', now()));
    },
    accept() {
      const last = deeds.told.peek();
      if (last?.how === 'done' && last.deed.what === 'rejected') deeds.takeBack(last.deed);
      else correct('uncorrected', (annotation) => withoutRejection(annotation, now()));
    },
    setKind(kind) {
      if (kind !== (record.peek()?.quotation ?? found.peek())?.kind)
        correct('kind', (annotation) => withKind(annotation, kind, now()));
    },
    moveEnd: mover.step,
    drag: mover.drag,
    others,
    correctOthers() {
      const wanted = others.peek();
      if (wanted === null) return;
      const { about, speaker: value } = wanted;
      const { source } = view.article;
      const decision = { source, kind: 'speaker', about, value, at: now() } as const;
      others.value = null;
      void saving.settled().then(() => decisions.decide(decision));
    },
    undoLast: deeds.undo,
    redoLast: deeds.redo,
    remove,
    refresh() {
      if (!saving.pending()) void attempt(kept.refresh);
    },
  };
}
