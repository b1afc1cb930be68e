import { isThere } from './join-documents.ts';
import { inOrder } from './stamp.ts';
import type { Parts, SyncDocument } from './sync-document.ts';
import { readParts } from './write-document.ts';

/** Reads the documents of people. */
export interface PeopleDocuments {
  readonly person: (id: string) => Promise<SyncDocument | null>;
  /** The ids of people of whom it was said that they are this one. */
  readonly saidToBe: (id: string) => Promise<readonly string[]>;
}

/** People who are one by the reader's word. `members` has `root` first, the others in order. */
export interface PersonGroup {
  readonly root: string;
  readonly members: readonly SyncDocument[];
}

/** The field of a person's document that says who it is: another person's id, or null. */
export const INTO = 'into';

function intoOf(document: SyncDocument | null): string | null {
  const into = document?.fields[INTO]?.value;
  return typeof into === 'string' ? into : null;
}

/**
 * Who a person is by now. Each says of itself at most whom it was joined to; so joining and splitting commute, whoever did what first.
 * Two machines that joined two people to each other in opposite ways have made a ring: the least id of it stands for all.
 */
export async function rootOf(documents: PeopleDocuments, id: string): Promise<string> {
  const path: string[] = [];
  for (let at = id; ;) {
    const begun = path.indexOf(at);
    if (begun >= 0) return path.slice(begun).reduce((least, one) => (one < least ? one : least));
    path.push(at);
    const next = intoOf(await documents.person(at));
    const other = next === null ? null : await documents.person(next);
    // Whom it was joined to has not come yet, or was deleted: it stands for itself.
    if (next === null || other === null || !isThere(other)) return at;
    at = next;
  }
}

/** Everybody who is the same person as `id`. */
export async function groupOf(documents: PeopleDocuments, id: string): Promise<PersonGroup> {
  const root = await rootOf(documents, id);
  const found = new Map<string, SyncDocument>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const document = await documents.person(next);
    if (document === null || !isThere(document)) continue;
    found.set(next, document);
    waiting.push(...(await documents.saidToBe(next)));
  }
  const others = [...found].filter(([one]) => one !== root).sort(([one], [other]) => (one < other ? -1 : 1));
  const first = found.get(root);
  return {
    root,
    members: [...(first === undefined ? [] : [first]), ...others.map(([, document]) => document)],
  };
}

/**
 * What a group shows as one person: the root's name, everybody's notes, and the names that follow any of them. `rootNow` says who somebody
 * is by now.
 */
export async function groupParts(
  { root, members }: PersonGroup,
  rootNow: (id: string) => Promise<string>,
): Promise<Parts> {
  const parts = members.map(readParts);
  const union = (name: string): readonly string[] => parts.flatMap(({ sets }) => sets[name] ?? []);
  const apart = await Promise.all(union('apart').map(rootNow));
  const { [INTO]: _, ...fields } = parts[0]?.fields ?? {};
  const texts = new Map(
    members
      .flatMap(({ texts: { values } }) => values)
      .sort((a, b) => a.at[0] - b.at[0] || (a.at[1] < b.at[1] ? -1 : 1))
      .map(({ value }) => [JSON.stringify(value), value] as const),
  );
  return {
    fields: inOrder(Object.entries(fields)),
    sets: {
      apart: [...new Set(apart)].filter((one) => one !== root).sort(),
      follows: [...new Set(union('follows'))].sort(),
    },
    texts: [...texts.values()],
  };
}

/** Everybody whose record may say something else when this person is joined or split: the group, and whoever is said to be somebody else. */
export async function aroundPerson(documents: PeopleDocuments, id: string): Promise<ReadonlySet<string>> {
  const { root, members } = await groupOf(documents, id);
  const around = new Set([id, root, ...members.map(({ key }) => String(key))]);
  for (const member of members)
    for (const other of readParts(member).sets['apart'] ?? []) around.add(await rootOf(documents, other));
  return around;
}
