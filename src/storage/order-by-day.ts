import type { IndexView } from './index-terms.ts';
import { FEW, visitFilters } from './visit-filters.ts';

/** `latest` begins with the last day. */
export type DayOrder = 'latest' | 'earliest';

/**
 * A page of what was found, by the day of its article; of one day, in the order in which it was kept. Of many, whole years and then
 * months before and after the page are only counted, so that the time does not grow with how many days there are.
 */
export async function byDay(
  view: IndexView,
  found: readonly number[],
  order: DayOrder,
  offset: number,
  limit: number,
): Promise<number[]> {
  let numbers = found;
  let from = offset;
  let beginnings = [':d'];
  const steps = found.length <= FEW ? [] : [':m', ':d'];
  if (steps.length > 0) beginnings = [':y'];
  for (;;) {
    const groups = await groupsOf(view, numbers, beginnings, order);
    const next = steps.shift();
    if (next === undefined) return groups.flatMap(([, group]) => group).slice(from, from + limit);
    const { kept, skipped } = within(groups, from, limit);
    from -= skipped;
    numbers = kept.flatMap(([, group]) => group);
    beginnings = kept.map(([term]) => next + term.slice(2));
  }
}

type Group = readonly [term: string, numbers: readonly number[]];

async function groupsOf(
  view: IndexView,
  numbers: readonly number[],
  beginnings: readonly string[],
  order: DayOrder,
): Promise<readonly Group[]> {
  const groups = new Map<string, number[]>();
  await visitFilters(view, numbers, beginnings, (number, term) => {
    const group = groups.get(term);
    if (group === undefined) groups.set(term, [number]);
    else group.push(number);
  });
  const way = order === 'latest' ? -1 : 1;
  for (const group of groups.values()) group.sort((a, b) => way * (a - b));
  return [...groups].sort(([a], [b]) => (a < b ? -way : way));
}

/** The groups in which the rows from `from` on stand, and how many rows are before them. */
function within(
  groups: readonly Group[],
  from: number,
  limit: number,
): { readonly kept: readonly Group[]; readonly skipped: number } {
  const kept: Group[] = [];
  let skipped = 0;
  let seen = 0;
  for (const group of groups) {
    const end = seen + group[1].length;
    if (end <= from) skipped = end;
    else if (seen < from + limit) kept.push(group);
    seen = end;
  }
  return { kept, skipped };
}
