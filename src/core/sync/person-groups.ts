import { isThere, joinFields } from './join-documents.ts';
import { aliasesOf, INTO, type Aliases, type PeopleDocuments } from './person-aliases.ts';
import { inOrder } from './stamp.ts';
import type { Parts, SyncDocument } from './sync-document.ts';
import { readParts } from './write-document.ts';

/** People who are one: by the reader's word, or because they were met under one name of one article. */
export interface PersonGroup {
  readonly root: string;
  /** All of them: `root` first, the others in order. */
  readonly members: readonly SyncDocument[];
  /** Those among them that are the root under ids of other machines, itself first. */
  readonly same: readonly SyncDocument[];
}

/**
 * Who a person is by now. Each says of itself at most whom it was joined to; so joining and splitting commute, whoever did what first.
 * Two machines that joined two people to each other in opposite ways have made a ring: the least id of it stands for all.
 */
export async function rootOf(people: PeopleDocuments, id: string): Promise<string> {
  return (await rootAliases(people, id)).id;
}

async function rootAliases(people: PeopleDocuments, id: string): Promise<Aliases> {
  const path = new Map<string, Aliases>();
  for (let at = id; ;) {
    const one = await aliasesOf(people, at);
    if (path.has(one.id)) return leastFrom(path, one.id);
    path.set(one.id, one);
    const other = one.into === null ? null : await people.person(one.into);
    // Whom it was joined to has not come yet, or was deleted: it stands for itself.
    if (one.into === null || other === null || !isThere(other)) return one;
    at = one.into;
  }
}

/** The least of a ring, which begins somewhere on the path. */
function leastFrom(path: ReadonlyMap<string, Aliases>, begun: string): Aliases {
  const all = [...path.values()];
  const ring = all.slice(all.findIndex(({ id }) => id === begun));
  return ring.reduce((least, one) => (one.id < least.id ? one : least));
}

/** Everybody who is the same person as `id`. */
export async function groupOf(people: PeopleDocuments, id: string): Promise<PersonGroup> {
  const root = await rootAliases(people, id);
  const found = new Map<string, SyncDocument>(root.documents);
  const waiting = [...found.keys()];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const said of await people.saidToBe(next)) {
      if (found.has(said)) continue;
      const one = await aliasesOf(people, said);
      // What one of its ids was joined to is not the last word, where another was joined to somebody else since.
      if (one.into === null || !found.has(one.into)) continue;
      for (const [alias, document] of one.documents) {
        if (!found.has(alias)) waiting.push(alias);
        found.set(alias, document);
      }
    }
  }
  return {
    root: root.id,
    members: firstAndOthers(root.id, found),
    same: firstAndOthers(root.id, root.documents),
  };
}

function firstAndOthers(root: string, documents: ReadonlyMap<string, SyncDocument>): readonly SyncDocument[] {
  return [...documents]
    .sort(([one], [other]) => (one === root ? -1 : other === root ? 1 : one < other ? -1 : 1))
    .map(([, document]) => document);
}

/**
 * What a group shows as one person: the root's name, everybody's notes, and the names that follow any of them. `rootNow` says who somebody
 * is by now.
 */
export async function groupParts(
  { root, members, same }: PersonGroup,
  rootNow: (id: string) => Promise<string>,
): Promise<Parts> {
  const parts = members.map(readParts);
  const union = (name: string): readonly string[] => parts.flatMap(({ sets }) => sets[name] ?? []);
  const apart: string[] = [];
  for (const one of new Set(union('apart'))) apart.push(await rootNow(one));
  const joined = same.reduce<SyncDocument['fields']>((all, { fields }) => joinFields(all, fields), {});
  const fields = Object.entries(joined).map(([name, { value }]) => [name, value] as const);
  const texts = new Map(
    members
      .flatMap(({ texts: { values } }) => values)
      .sort((a, b) => a.at[0] - b.at[0] || (a.at[1] < b.at[1] ? -1 : a.at[1] > b.at[1] ? 1 : 0))
      .map(({ value }) => [JSON.stringify(value), value] as const),
  );
  return {
    fields: inOrder(fields.filter(([name]) => name !== INTO)),
    sets: {
      apart: [...new Set(apart)].filter((one) => one !== root).sort(),
      follows: [...new Set(union('follows'))].sort(),
    },
    texts: [...texts.values()],
  };
}

/** Everybody whose record may say something else when this person is joined or split: the group, and whoever is said to be somebody else. */
export async function aroundPerson(people: PeopleDocuments, id: string): Promise<ReadonlySet<string>> {
  const { root, members } = await groupOf(people, id);
  const around = new Set([id, root, ...members.map(({ key }) => String(key))]);
  for (const member of members)
    for (const other of readParts(member).sets['apart'] ?? []) around.add(await rootOf(people, other));
  return around;
}
