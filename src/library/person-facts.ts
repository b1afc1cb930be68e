import type { ArticleRecord } from '#core/annotation.ts';
import type { Appearance } from '#core/person-count.ts';

/** A role that articles gave somebody. */
export interface RoleGiven {
  readonly role: string;
  /** The first and last day on which it was given. ISO 8601. */
  readonly first: string;
  readonly last: string;
  readonly articles: number;
  /** The article that gave it last. */
  readonly latest: ArticleRecord;
}

/** The roles that articles gave, the last given first. Those that differ in capitals alone are one. */
export function rolesGiven(appearances: readonly Appearance[]): readonly RoleGiven[] {
  const given = new Map<string, RoleGiven>();
  for (const { article, roles } of appearances) {
    if (article === null) continue;
    const day = dayOf(article);
    for (const role of new Set(roles)) {
      const key = role.toLocaleLowerCase();
      const known = given.get(key);
      if (known === undefined) {
        given.set(key, { role, first: day, last: day, articles: 1, latest: article });
        continue;
      }
      const isLater = day > known.last;
      given.set(key, {
        role: isLater ? role : known.role,
        first: day < known.first ? day : known.first,
        last: isLater ? day : known.last,
        articles: known.articles + 1,
        latest: isLater ? article : known.latest,
      });
    }
  }
  return [...given.values()].toSorted((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0));
}

/** The names that articles use, the most frequent first. */
export function namesUsed(appearances: readonly Appearance[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of appearances) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** The articles of some appearances, the last first. One may name a person twice, by two names. */
export function articlesNaming(appearances: readonly Appearance[]): readonly Appearance[] {
  const bySource = new Map<string, Appearance>();
  for (const appearance of appearances) {
    const known = bySource.get(appearance.source);
    const name = known === undefined ? appearance.name : `${known.name}, ${appearance.name}`;
    bySource.set(appearance.source, { ...appearance, name });
  }
  const dayOrNone = ({ article }: Appearance): string => (article === null ? '' : dayOf(article));
  return [...bySource.values()].toSorted((a, b) => (dayOrNone(a) < dayOrNone(b) ? 1 : -1));
}

function dayOf({ published, firstSeen }: ArticleRecord): string {
  return published ?? firstSeen;
}
