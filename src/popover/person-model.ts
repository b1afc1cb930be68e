import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Decision } from '#core/decision.ts';
import { hasBeenJoined, withoutWriting } from '#core/merge-notes.ts';
import type { PersonRecord } from '#core/person-record.ts';
import type { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { type Autosave, createAutosave, noteDelay } from '#ui/autosave.ts';
import { createAttempts } from './attempts.ts';
import { createDeedHistory, type Told } from './deed-history.ts';

export type PersonView = Extract<SubjectView, { type: 'person' }>;

/** What can be done with a person, and taken back. */
export type PersonDeed = 'nobody' | 'same' | 'joined' | 'taken-back' | 'noted';

/** Somebody in the library. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export interface PersonModel {
  readonly note: ReadonlySignal<string>;
  /** Whether another place has written on the note meanwhile: both texts stand in it. */
  readonly isJoined: ReadonlySignal<boolean>;
  readonly saving: Autosave<string>;
  readonly setNote: (note: string) => void;
  /** Takes over what another surface has saved, unless something here is not saved yet. */
  readonly refresh: () => void;
  /** The reader has stopped writing: what was written since the last time can be taken back as one. */
  readonly endNote: () => void;
  /** What was done or taken back last, to be told. */
  readonly told: ReadonlySignal<Told<PersonDeed> | null>;
  /** What failed, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** The reader's own words on the names that are joined here. */
  readonly joined: ReadonlySignal<readonly Decision[]>;
  /** Whether the reader has said that this is nobody, or somebody else of the article: then this card has nothing more to decide. */
  readonly isSettled: ReadonlySignal<boolean>;
  readonly reject: () => void;
  /** This name means the one of this other name, in this article. */
  readonly sameAs: (name: string) => void;
  /** This is that person of the library, and the names mean him or her from now on. */
  readonly joinWith: (other: KnownPerson) => void;
  readonly takeBack: (decision: Decision) => void;
  /** Takes back what was done last. Answers whether there was something. */
  readonly undoLast: () => boolean;
  /** Does again what was taken back last. Answers whether there was something. */
  readonly redoLast: () => boolean;
}

/** The state of a popover on one person. Whoever is not in the library yet comes there with the first note or merge. */
export function createPersonModel(view: PersonView, ask: typeof request): PersonModel {
  const { article, person, known } = view;
  const note = signal(known?.person.note ?? '');
  const deeds = createDeedHistory<PersonDeed>();
  const { trouble, attempt } = createAttempts();
  const taken = signal<readonly Decision[]>([]);
  const isSettled = signal(false);
  const isJoined = signal(false);
  /** What the note was before the reader began to write; null while nobody writes. */
  let before: string | null = null;
  /** What was written here last; null while nothing was. */
  let written: string | null = null;
  let record: PersonRecord | null = known?.person ?? null;

  const met = async (): Promise<PersonRecord> => {
    record ??= await ask('people.meet', { article, name: person.name });
    return record;
  };
  const saving = createAutosave<string>(async (next) => {
    const { id, modified: base } = await met();
    const reply = await ask('people.note', { id, note: next, base });
    const isNewest = note.peek() === next;
    // An answer that holds another place's note as well is no base for who has not taken it over: the next save would wipe that out.
    if (isNewest || reply.note === next) record = reply;
    if (isNewest) note.value = reply.note;
    if (reply.note !== next) isJoined.value = true;
  }, noteDelay);

  /** Does something that the store must have done before it is told. */
  const doing = (
    what: PersonDeed,
    name: string,
    again: () => Promise<unknown>,
    back: () => Promise<unknown>,
  ) =>
    void attempt(async () => {
      await saving.settled();
      await again();
      deeds.did({ what, name, again: () => attempt(again), back: () => attempt(back) });
    });
  const put = (decision: Decision, takeBack: boolean): Promise<unknown> =>
    ask('decisions.put', { decision, takeBack });
  const decide = (kind: 'not-a-person' | 'same-person', value: string | null): void => {
    const at = new Date().toISOString();
    const decision: Decision = { source: article.source, kind, about: person.name, value, at };
    const settle = async (isDone: boolean): Promise<void> => {
      await put(decision, !isDone);
      isSettled.value = isDone;
    };
    doing(
      kind === 'same-person' ? 'same' : 'nobody',
      value ?? '',
      () => settle(true),
      () => settle(false),
    );
  };
  /** The name means another record than before: what is written from now on goes there, beside what is there already. */
  const meetAgain = async (): Promise<void> => {
    record = null;
    const there = await met();
    if (before === null) note.value = there.note;
  };
  const join = ({ id, name }: KnownPerson): void => {
    let change: number | null = null;
    const again = async (): Promise<void> => {
      if (change === null) await ask('people.merge', { into: id, from: [(await met()).id], follow: true });
      else await ask('history.redo', { expected: change });
      change = (await ask('history.state', null)).undo?.number ?? null;
      await meetAgain();
    };
    const back = async (): Promise<void> => {
      await ask('history.undo', { expected: change });
      await meetAgain();
    };
    doing('joined', name, again, back);
  };
  const takeBack = (decision: Decision): void =>
    doing(
      'taken-back',
      decision.about,
      async () => {
        await put(decision, true);
        taken.value = [...taken.value, decision];
      },
      async () => {
        await put(decision, false);
        taken.value = taken.value.filter((one) => one !== decision);
      },
    );

  return {
    note,
    isJoined,
    saving,
    setNote(next) {
      before ??= note.peek();
      deeds.hush();
      written = next;
      note.value = next;
      saving.set(next, 'soon');
    },
    endNote() {
      const was = before;
      before = null;
      const mine = written ?? '';
      if (was === null || mine === was) return;
      // What another place has written beside it stays.
      const put = (there: string, wanted: string): void => {
        written = wanted;
        note.value = withoutWriting(note.peek(), there, wanted);
        saving.set(note.peek(), 'now');
      };
      deeds.did({ what: 'noted', back: () => put(mine, was), again: () => put(was, mine) });
    },
    refresh() {
      if (saving.pending()) return;
      void attempt(async () => {
        const there = await ask('people.find', { source: article.source, name: person.name });
        if (there === null || saving.pending()) return;
        if (written !== null && hasBeenJoined(written, there.person.note)) isJoined.value = true;
        record = there.person;
        note.value = there.person.note;
      });
    },
    told: deeds.told,
    trouble,
    joined: computed(() =>
      view.decisions.filter(
        (decision) =>
          decision.kind === 'same-person' &&
          decision.value === person.name &&
          !taken.value.includes(decision),
      ),
    ),
    isSettled,
    reject: () => decide('not-a-person', null),
    sameAs: (name) => decide('same-person', name),
    joinWith: join,
    takeBack,
    undoLast: deeds.undo,
    redoLast: deeds.redo,
  };
}
