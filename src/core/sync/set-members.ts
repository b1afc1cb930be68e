import { isLater } from './stamp.ts';
import type { Member } from './sync-document.ts';

/** A set remembers what was taken out of it. So many members are far more than a record holds: what was taken out first is forgotten. */
export const MOST_MEMBERS = 20_000;

/** The members of a set, of which no more than a set may have are kept: those that are in it, and the last that were taken out. */
export function withinLimit(members: Readonly<Record<string, Member>>): Readonly<Record<string, Member>> {
  const entries = Object.entries(members);
  if (entries.length <= MOST_MEMBERS) return members;
  const ordered = entries.sort(([one, a], [other, b]) => {
    if (a.isIn !== b.isIn) return a.isIn ? -1 : 1;
    if (isLater(a.at, b.at)) return -1;
    return isLater(b.at, a.at) || one > other ? 1 : -1;
  });
  const kept = new Set(ordered.slice(0, MOST_MEMBERS).map(([name]) => name));
  return Object.fromEntries(Object.entries(members).filter(([name]) => kept.has(name)));
}

/** The names of those that are in it, in the order in which they came. */
export function membersIn(members: Readonly<Record<string, Member>>): readonly string[] {
  return Object.entries(members)
    .filter(([, { isIn }]) => isIn)
    .sort(([one, a], [other, b]) => {
      if (isLater(a.at, b.at)) return 1;
      if (isLater(b.at, a.at)) return -1;
      return a.place - b.place || (one < other ? -1 : 1);
    })
    .map(([name]) => name);
}
