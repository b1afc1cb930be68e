import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Decision } from '#core/decision.ts';
import type { PersonRecord } from '#core/person-record.ts';
import type { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { type Autosave, createAutosave } from '#ui/autosave.ts';

export type PersonView = Extract<SubjectView, { type: 'person' }>;

/** What was done, and its way back. */
export interface PersonDeed {
  readonly what: 'nobody' | 'same' | 'joined' | 'taken-back' | 'noted';
  /** The other name, where there is one. */
  readonly name: string;
  readonly back: () => void;
}

/** Somebody in the library. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export interface PersonModel {
  readonly note: ReadonlySignal<string>;
  readonly saving: Autosave<string>;
  readonly setNote: (note: string) => void;
  /** The reader has stopped writing: what was written since the last time can be taken back as one. */
  readonly endNote: () => void;
  readonly deed: ReadonlySignal<PersonDeed | null>;
  /** What failed, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** The reader's own words on the names that are joined here. */
  readonly joined: ReadonlySignal<readonly Decision[]>;
  /** Whether the reader has said that this is nobody. */
  readonly isNobody: ReadonlySignal<boolean>;
  readonly reject: () => void;
  /** This name means the one of this other name, in this article. */
  readonly sameAs: (name: string) => void;
  /** This is that person of the library, and the names mean him or her from now on. */
  readonly joinWith: (other: KnownPerson) => void;
  readonly takeBack: (decision: Decision) => void;
  readonly undoLast: () => void;
}

/** A note is sent this long after the last key, in ms. */
const noteDelay = 250;

/** The state of a popover on one person. Whoever is not in the library yet comes there with the first note or merge. */
export function createPersonModel(view: PersonView, ask: typeof request): PersonModel {
  const { article, person, known } = view;
  const note = signal(known?.person.note ?? '');
  const deed = signal<PersonDeed | null>(null);
  const trouble = signal<unknown>(null);
  const taken = signal<readonly Decision[]>([]);
  const isNobody = signal(false);
  /** What the note was before the reader began to write; null while nobody writes. */
  let before: string | null = null;
  let record: PersonRecord | null = known?.person ?? null;

  const met = async (): Promise<PersonRecord> => {
    record ??= await ask('people.meet', { article, name: person.name });
    return record;
  };
  const saving = createAutosave<string>(async (next) => {
    const { id, modified: base } = await met();
    record = await ask('people.note', { id, note: next, base });
    if (note.peek() === next) note.value = record.note;
  }, noteDelay);

  const attempt = (action: () => Promise<void>): void => {
    trouble.value = null;
    action().catch((error: unknown) => {
      trouble.value = error;
    });
  };
  const say = (what: PersonDeed['what'], name: string, back: () => void): void => {
    deed.value = {
      what,
      name,
      back: () => {
        deed.value = null;
        back();
      },
    };
  };
  const put = (decision: Decision, takeBack: boolean): Promise<unknown> =>
    ask('decisions.put', { decision, takeBack });
  const decide = (kind: 'not-a-person' | 'same-person', value: string | null): void => {
    const decision: Decision = {
      source: article.source,
      kind,
      about: person.name,
      value,
      at: new Date().toISOString(),
    };
    attempt(async () => {
      await saving.settled();
      await put(decision, false);
      isNobody.value = kind === 'not-a-person';
      say(kind === 'same-person' ? 'same' : 'nobody', value ?? '', () =>
        attempt(async () => {
          await put(decision, true);
          isNobody.value = false;
        }),
      );
    });
  };

  return {
    note,
    saving,
    setNote(next) {
      before ??= note.peek();
      if (deed.peek()?.what === 'noted') deed.value = null;
      note.value = next;
      saving.set(next, 'soon');
    },
    endNote() {
      const was = before;
      before = null;
      if (was === null || note.peek() === was) return;
      say('noted', '', () => {
        note.value = was;
        saving.set(was, 'now');
      });
    },
    deed,
    trouble,
    joined: computed(() =>
      view.decisions.filter(
        (decision) =>
          decision.kind === 'same-person' &&
          decision.value === person.name &&
          !taken.value.includes(decision),
      ),
    ),
    isNobody,
    reject: () => decide('not-a-person', null),
    sameAs: (name) => decide('same-person', name),
    joinWith: ({ id, name }) =>
      attempt(async () => {
        await saving.settled();
        const own = await met();
        await ask('people.merge', { into: id, from: [own.id], follow: true });
        const { undo } = await ask('history.state', null);
        say('joined', name, () =>
          attempt(async () => void (await ask('history.undo', { expected: undo?.number ?? null }))),
        );
      }),
    takeBack: (decision) =>
      attempt(async () => {
        await put(decision, true);
        taken.value = [...taken.value, decision];
        say('taken-back', decision.about, () =>
          attempt(async () => {
            await put(decision, false);
            taken.value = taken.value.filter((one) => one !== decision);
          }),
        );
      }),
    undoLast: () => deed.peek()?.back(),
  };
}
