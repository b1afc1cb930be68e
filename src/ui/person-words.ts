import { t, tCount } from './text.ts';

/** How often somebody is named, in words. */
export function namedWords(count: number): string {
  return count === 2 ? t('namedTwice') : tCount('namedTimes', count);
}

/** The one role that says most: the first, or a longer one that holds it ("secretary of state" for "Secretary"). */
export function roleWords(roles: readonly string[]): string | null {
  let best: string | null = null;
  for (const role of roles) {
    if (best === null || role.toLocaleLowerCase().includes(best.toLocaleLowerCase())) best = role;
  }
  return best;
}
