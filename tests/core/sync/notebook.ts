import {
  createAnnotation,
  noteOf,
  withNote,
  withStatus,
  withStyle,
  withTags,
} from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import type { AppearanceRecord, PersonRecord } from '#core/person-record.ts';
import { absorbChanges, type LocalChange } from '#core/sync/absorb-changes.ts';
import { INTO, metIn } from '#core/sync/person-aliases.ts';
import type { ReplicaStore } from '#core/sync/replica-store.ts';
import { keyText, type SyncDocument, type SyncedStore } from '#core/sync/sync-document.ts';
import { takeDocuments } from '#core/sync/take-documents.ts';

/** One machine's notebook in memory, with the reader's deeds that matter for joining, as `storage/` does them. */
export interface Notebook {
  readonly replica: string;
  /** The reader's records by store and key, as JSON. */
  readonly records: ReadonlyMap<string, unknown>;
  readonly annotations: () => readonly Annotation[];
  readonly people: () => readonly PersonRecord[];
  readonly keep: (id: string, source: string, speaker: string) => void;
  readonly note: (id: string, text: string) => void;
  readonly tag: (id: string, tags: readonly string[]) => void;
  readonly style: (id: string, style: string | null) => void;
  readonly decide: (id: string, status: 'confirmed' | 'rejected' | 'detected') => void;
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
  readonly notePerson: (id: string, text: string) => void;
  readonly rename: (id: string, name: string) => void;
  readonly join: (into: string, from: string) => void;
  readonly split: (id: string, newId: string) => void;
  /** Makes documents of what the reader has done; they are what is sent. */
  readonly documents: () => Promise<readonly SyncDocument[]>;
  readonly take: (documents: readonly SyncDocument[]) => Promise<number>;
}

/** @param clock ms since 1970, by this machine's clock */
export function createNotebook(replica: string, clock: () => number): Notebook {
  const records = new Map<string, unknown>();
  const documents = new Map<string, SyncDocument>();
  const trash = new Map<string, Annotation>();
  const journal = new Map<string, LocalChange>();
  const name = (store: SyncedStore, key: SyncDocument['key']): string => keyText({ store, key });
  const all = <T>(store: SyncedStore): readonly T[] =>
    [...records].filter(([text]) => text.startsWith(`["${store}"`)).map(([, record]) => record as T);
  const store: ReplicaStore = {
    document: async (of, key) => documents.get(name(of, key)) ?? null,
    keep: async (document) => void documents.set(keyText(document), document),
    record: async (of, key) => records.get(name(of, key)),
    put: async (of, key, record) => void records.set(name(of, key), record),
    remove: async (of, key) => void records.delete(name(of, key)),
    person: async (id) => documents.get(name('people', id)) ?? null,
    saidToBe: async (id) =>
      [...documents.values()]
        .filter((one) => one.store === 'people' && one.fields[INTO]?.value === id)
        .map(({ key }) => String(key)),
    metAs: async (id) =>
      [...documents.values()]
        .map(metIn)
        .filter((met) => met.includes(id))
        .flat(),
    versionsOf: async () => [],
    isQuoted: async (source) => all<Annotation>('annotations').some(({ target }) => target.source === source),
    namesOf: async (id) =>
      all<AppearanceRecord>('appearances')
        .filter(({ person }) => person === id)
        .map(({ source, key }) => [source, key]),
  };
  const put = (of: SyncedStore, key: SyncDocument['key'], record: unknown): void => {
    records.set(name(of, key), record);
    journal.set(name(of, key), { store: of, key });
  };
  const drop = (of: SyncedStore, key: SyncDocument['key'], into?: string): void => {
    records.delete(name(of, key));
    journal.set(name(of, key), { store: of, key, isGone: true, ...(into === undefined ? {} : { into }) });
  };
  const later = (modified: string): string =>
    new Date(Math.max(clock(), Date.parse(modified) + 1)).toISOString();
  const edit = (id: string, change: (annotation: Annotation, now: string) => Annotation): void => {
    const annotation = records.get(name('annotations', id)) as Annotation | undefined;
    if (annotation !== undefined) put('annotations', id, change(annotation, later(annotation.modified)));
  };
  const editPerson = (id: string, change: (person: PersonRecord) => PersonRecord): void => {
    const person = records.get(name('people', id)) as PersonRecord | undefined;
    if (person !== undefined) put('people', id, { ...change(person), modified: later(person.modified) });
  };
  const absorb = async (): Promise<void> => {
    await absorbChanges(store, [...journal.values()], { replica, now: clock() });
    journal.clear();
  };

  function meet(source: string, speaker: string): void {
    const key = speaker.toLowerCase();
    if (records.has(name('appearances', [source, key]))) return;
    const created = new Date(clock()).toISOString();
    const id = `person-${source}-${key}`;
    if (!records.has(name('people', id)))
      put('people', id, { id, name: speaker, note: '', follows: [], apart: [], created, modified: created });
    put('appearances', [source, key], { source, key, name: speaker, person: id });
  }

  return {
    replica,
    records,
    annotations: () => all<Annotation>('annotations'),
    people: () => all<PersonRecord>('people'),
    keep: (id, source, speaker) => {
      if (records.has(name('annotations', id))) return;
      const now = new Date(clock()).toISOString();
      const selector = [{ type: 'TextQuoteSelector', exact: 'Words', prefix: '', suffix: '' }] as const;
      const said = { kind: 'direct', mention: speaker, speaker, detectedSpeaker: speaker } as const;
      const quotation = { ...said, cue: 'said', evidence: [], confidence: 1, status: 'detected' } as const;
      put('annotations', id, createAnnotation({ id, now, source, selector, quotation }));
      meet(source, speaker);
    },
    note: (id, text) => edit(id, (annotation, now) => withNote(annotation, text, now)),
    tag: (id, tags) => edit(id, (annotation, now) => withTags(annotation, tags, now)),
    style: (id, style) => edit(id, (annotation, now) => withStyle(annotation, style, now)),
    decide: (id, status) => edit(id, (annotation, now) => withStatus(annotation, status, now)),
    remove: (id) => {
      const annotation = records.get(name('annotations', id)) as Annotation | undefined;
      if (annotation === undefined) return;
      trash.set(id, annotation);
      drop('annotations', id);
    },
    restore: (id) => {
      const thrown = trash.get(id);
      if (thrown === undefined || records.has(name('annotations', id))) return;
      put('annotations', id, thrown);
    },
    notePerson: (id, note) => editPerson(id, (person) => ({ ...person, note })),
    rename: (id, next) => editPerson(id, (person) => ({ ...person, name: next })),
    join: (into, from) => {
      const [kept, other] = [into, from].map(
        (id) => records.get(name('people', id)) as PersonRecord | undefined,
      );
      if (kept === undefined || other === undefined || kept === other) return;
      for (const appearance of all<AppearanceRecord>('appearances'))
        if (appearance.person === from)
          put('appearances', [appearance.source, appearance.key], { ...appearance, person: into });
      drop('people', from, into);
      const note = [...new Set([kept.note, other.note].filter((text) => text !== ''))].join('\n\n---\n\n');
      const follows = [...new Set([...kept.follows, ...other.follows])];
      const apart = [...new Set([...kept.apart, ...other.apart])].filter((id) => id !== into && id !== from);
      put('people', into, { ...kept, note, follows, apart, modified: later(kept.modified) });
    },
    split: (id, newId) => {
      const person = records.get(name('people', id)) as PersonRecord | undefined;
      const first = all<AppearanceRecord>('appearances').find((one) => one.person === id);
      if (person === undefined || first === undefined || records.has(name('people', newId))) return;
      const modified = later(person.modified);
      put('people', newId, {
        ...person,
        id: newId,
        name: first.name,
        note: '',
        follows: [],
        apart: [id],
        modified,
      });
      put('appearances', [first.source, first.key], { ...first, person: newId });
      put('people', id, { ...person, apart: [...person.apart, newId], modified });
    },
    documents: async () => {
      await absorb();
      return [...documents.values()];
    },
    take: async (incoming) => {
      await absorb();
      return takeDocuments(store, incoming);
    },
  };
}

/** What somebody reads in a notebook, in one order. */
export function readable(notebook: Notebook): readonly string[] {
  const sorted = (record: unknown): unknown => {
    const person = record as Partial<PersonRecord>;
    const lists = { follows: person.follows?.toSorted(), apart: person.apart?.toSorted() };
    return person.follows === undefined ? record : { ...person, ...lists };
  };
  return [...notebook.records].map(([key, record]) => `${key} ${JSON.stringify(sorted(record))}`).sort();
}

/** All notes that can be read. */
export function notesIn(notebook: Notebook): string {
  return [...notebook.annotations().map(noteOf), ...notebook.people().map(({ note }) => note)].join('\n');
}
