import { createAnnotation, noteOf, withNote, withStatus, withStyle } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { laterThan } from '#core/later-than.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import type { PersonRecord } from '#core/person-record.ts';
import { nameKey } from '#core/search/search-document.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { seeArticle } from '#storage/articles.ts';
import { putVersions } from '#storage/article-details.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { putDecision } from '#storage/decide.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { redo, undo } from '#storage/history.ts';
import { commitImport } from '#storage/import-records.ts';
import { meetPerson } from '#storage/meet-person.ts';
import { mergePeople, notePerson, renamePerson, splitPerson } from '#storage/people.ts';
import { purgeNow } from '#storage/purge.ts';
import { tellApart } from '#storage/tell-apart.ts';
import { deleteAnnotations, restoreAnnotations, trashIds } from '#storage/trash.ts';
import { article, freshName, saidBy } from '#tests/storage/records.ts';
import { stage } from '#tests/storage/staging.ts';
import type { ReplicaMachine } from './replica-machine.ts';

/** What a reader does, as the routes of the background do it. */

export interface Deed {
  readonly kind: keyof typeof deeds;
  readonly which: number;
  readonly other: number;
  /** A word that nobody has written yet. */
  readonly word: () => string;
}

const SOURCES = ['one', 'two', 'three'].map((name) => `https://${name}.example/story`);
const NAMES = ['Ada Blum', 'Cem Dal', 'ADA BLUM', 'A. Blum'];

const of = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const iso = (ms: number): string => new Date(ms).toISOString();

function articleAt(source: string, now: number, title = 'A long story'): ArticleRecord {
  return article({ source, title, firstSeen: iso(now), lastSeen: iso(now) });
}

function passage(deed: Deed, now: number, note: string): Annotation {
  const source = of(SOURCES, deed.which) ?? '';
  const exact = `Words ${deed.other}`;
  return createAnnotation({
    id: `urn:uuid:${crypto.randomUUID()}`,
    now: iso(now),
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start: deed.other * 10, end: deed.other * 10 + exact.length },
    ],
    quotation: saidBy(of(NAMES, deed.other) ?? null),
    note,
  });
}

async function annotationAt({ storage }: ReplicaMachine, which: number): Promise<Annotation | null> {
  const ids = await storage.read(['annotations'], (transaction) =>
    transaction.objectStore('annotations').getAllKeys(),
  );
  const id = of(ids, which);
  return id === undefined ? null : getAnnotation(storage, id);
}

const peopleOn = ({ storage }: ReplicaMachine): Promise<readonly PersonRecord[]> =>
  storage.read(['people'], (transaction) => transaction.objectStore('people').getAll());

async function edit(
  machine: ReplicaMachine,
  which: number,
  change: (annotation: Annotation, now: string) => Annotation,
): Promise<void> {
  const annotation = await annotationAt(machine, which);
  if (annotation === null) return;
  const now = machine.now();
  const next = change(annotation, laterThan(annotation.modified, now));
  const input = {
    annotation: next,
    article: articleAt(annotation.target.source, now),
    base: annotation.modified,
  };
  await putAnnotation(machine.storage, input, now);
}

const deeds = {
  keep: async (machine: ReplicaMachine, deed: Deed) => {
    const now = machine.now();
    const annotation = passage(deed, now, deed.other % 2 === 0 ? deed.word() : '');
    const input = { annotation, article: articleAt(annotation.target.source, now), base: null };
    await putAnnotation(machine.storage, input, now);
  },
  noteBelow: (machine: ReplicaMachine, { which, word }: Deed) =>
    edit(machine, which, (one, now) => withNote(one, `${noteOf(one)}\n${word()}`.trim(), now)),
  noteAnew: (machine: ReplicaMachine, { which, word }: Deed) =>
    edit(machine, which, (one, now) => withNote(one, word(), now)),
  style: (machine: ReplicaMachine, { which, other }: Deed) =>
    edit(machine, which, (one, now) => withStyle(one, other % 3 === 0 ? null : `style-${other}`, now)),
  status: (machine: ReplicaMachine, { which, other }: Deed) =>
    edit(machine, which, (one, now) =>
      withStatus(one, (['confirmed', 'rejected', 'detected'] as const)[other % 3] ?? 'detected', now),
    ),
  tag: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const [one, two] = [await annotationAt(machine, which), await annotationAt(machine, other)];
    const ids = [one, two].flatMap((annotation) => annotation?.id ?? []);
    const tags = ['x', 'y', 'z', '__proto__'];
    await tagAnnotations(
      machine.storage,
      { ids, add: [of(tags, other) ?? ''], remove: [of(tags, which) ?? ''] },
      machine.now(),
    );
  },
  remove: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const ids = [await annotationAt(machine, which), await annotationAt(machine, other)].flatMap(
      (one) => one?.id ?? [],
    );
    await deleteAnnotations(machine.storage, ids.slice(0, 1 + (other % 2)), machine.now(), undefined, 'pass');
  },
  restore: async (machine: ReplicaMachine, { which }: Deed) => {
    const id = of(await trashIds(machine.storage), which);
    if (id !== undefined) await restoreAnnotations(machine.storage, [id], machine.now(), 'pass');
  },
  purge: async (machine: ReplicaMachine, { which }: Deed) => {
    const ids = await trashIds(machine.storage);
    await purgeNow(machine.storage, ids.slice(which));
  },
  meet: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const now = machine.now();
    const input = { article: articleAt(of(SOURCES, which) ?? '', now), name: of(NAMES, other) ?? '' };
    await meetPerson(machine.storage, input, iso(now));
  },
  merge: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const people = await peopleOn(machine);
    const [into, from] = [of(people, which), of(people, other)];
    if (into === undefined || from === undefined || into.id === from.id) return;
    await mergePeople(
      machine.storage,
      { into: into.id, from: [from.id], follow: other % 3 === 0 },
      machine.now(),
    );
  },
  split: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const person = of(await peopleOn(machine), which);
    if (person === undefined) return;
    const named = await machine.storage.read(['appearances'], (transaction) =>
      transaction.objectStore('appearances').index('person').getAll(person.id),
    );
    const source = of(named, other)?.source;
    if (source === undefined) return;
    await splitPerson(machine.storage, { id: person.id, sources: [source], name: null }, machine.now());
  },
  apart: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const people = await peopleOn(machine);
    const [one, two] = [of(people, which), of(people, other)];
    if (one === undefined || two === undefined || one.id === two.id) return;
    await tellApart(machine.storage, one.id, two.id, machine.now());
  },
  rename: async (machine: ReplicaMachine, { which, word }: Deed) => {
    const person = of(await peopleOn(machine), which);
    if (person !== undefined) await renamePerson(machine.storage, person.id, `Name ${word()}`, machine.now());
  },
  notePerson: async (machine: ReplicaMachine, { which, word, other }: Deed) => {
    const person = of(await peopleOn(machine), which);
    if (person === undefined) return;
    const note = other % 2 === 0 ? word() : `${person.note}\n${word()}`.trim();
    await notePerson(machine.storage, person.id, note, person.modified, machine.now(), mergeNotes);
  },
  decide: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const now = machine.now();
    const decision = {
      source: of(SOURCES, which) ?? '', kind: 'speaker', about: `Words ${other}`, value: of(NAMES, other) ?? null, at: iso(now),
    } as const; // prettier-ignore
    const kind = {
      ...decision,
      kind: 'not-a-person',
      about: nameKey(of(NAMES, other) ?? ''),
      value: null,
    } as const;
    await putDecision(machine.storage, other % 2 === 0 ? decision : kind, which % 3 === 2, now);
  },
  version: async (machine: ReplicaMachine, { which, other }: Deed) => {
    const annotation = await annotationAt(machine, which);
    if (annotation === null) return;
    const outcome = other % 2 === 0 ? 'not-found' : 'changed';
    const exact = outcome === 'changed' ? `Words ${other}, changed` : null;
    await putVersions(machine.storage, [
      { annotation: annotation.id, seen: iso(machine.now()), outcome, exact },
    ]);
  },
  see: async (machine: ReplicaMachine, { which, other }: Deed) => {
    await seeArticle(machine.storage, articleAt(of(SOURCES, which) ?? '', machine.now(), `Title ${other}`));
  },
  bring: async (machine: ReplicaMachine, deed: Deed) => {
    const now = machine.now();
    const annotation = passage(deed, now, deed.word());
    const known = await annotationAt(machine, deed.other);
    const person = {
      id: `urn:uuid:brought-${deed.which % 3}`,
      name: 'Brought',
      note: deed.word(),
      follows: [],
      apart: [],
      created: iso(now),
      modified: iso(now),
    };
    const appearance = {
      source: annotation.target.source,
      key: 'brought',
      name: 'Brought',
      person: person.id,
    };
    const id = await stage(machine.storage, {
      articles: [articleAt(annotation.target.source, now)],
      appearances: [appearance],
      people: [person],
      annotations: [
        annotation,
        ...(known === null ? [] : [withNote(known, deed.word(), laterThan(known.modified, now))]),
      ],
    });
    await commitImport(machine.storage, createBackupDatabase(freshName()), id, now);
  },
  undo: (machine: ReplicaMachine) => undo(machine.storage),
  redo: (machine: ReplicaMachine) => redo(machine.storage),
  index: (machine: ReplicaMachine) => flushIndex(machine.storage),
} as const;

export const kinds = Object.keys(deeds) as readonly Deed['kind'][];

/** Does it: answers when it is acknowledged. */
export async function act(machine: ReplicaMachine, deed: Deed): Promise<void> {
  await deeds[deed.kind](machine, deed);
}
