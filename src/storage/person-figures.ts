import { parseAnnotation } from '#core/annotation-guard.ts';
import { tagsOf } from '#core/annotation-edit.ts';
import { occasionTable } from '#core/occasions.ts';
import type { Figure, PersonFigures } from '#core/person-figures.ts';
import { outletOf } from '#core/search/search-document.ts';
import { outletTerm, personTerm, tagTerm } from '#core/search/search-filter.ts';
import { articleReader } from './articles.ts';
import type { Storage } from './database.ts';
import { readTerm, visitTerm, type IndexView } from './index-terms.ts';
import type { Transaction } from './schema.ts';
import { soundOrNone } from './sound-records.ts';
import { withIndex } from './search-annotations.ts';
import { FEW, visitFilters } from './visit-filters.ts';

/** So many outlets and tags are named, those with most. */
const MOST = 100;

/** What counts a person's passages. */
interface Counted {
  readonly count: number;
  /** The number of one document that is counted here. */
  readonly sample: number;
}

/** Counts a person's passages, from what the index knows of each: but for one of each outlet and tag, no passage is opened. */
export function personFigures(storage: Storage, id: string): Promise<PersonFigures> {
  return withIndex(storage, async (view) => {
    const { transaction } = view;
    const numbers: number[] = [];
    visitTerm(view, await readTerm(view, personTerm(id)), false, (number) => numbers.push(number));
    const { outlets, tags, months, occasions } = await countsOf(view, numbers);
    const outletFigures = await figuresOf(transaction, outlets);
    const labels = new Map(outletFigures.map(({ name, label }) => [name, label]));
    const table = occasionTable(
      [...occasions].map(([key, count]) => {
        const [date = '', name = ''] = key.split(/ (.*)/su);
        return { date, outlet: labels.get(name) ?? name, count };
      }),
      { finest: numbers.length <= FEW ? 'day' : 'month' },
    );
    return {
      outlets: outletFigures,
      tags: await figuresOf(transaction, tags),
      months: [...months]
        .map(([term, { count }]) => ({ name: term.slice(2), count }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      table,
    };
  });
}

interface Counts {
  readonly outlets: Map<string, Counted>;
  readonly tags: Map<string, Counted>;
  readonly months: Map<string, Counted>;
  /** By the day or month, a space, and the outlet. */
  readonly occasions: Map<string, number>;
}

/** One pass over what is known of each document. Of many the days are not read: their months are enough for a picture. */
async function countsOf(view: IndexView, numbers: readonly number[]): Promise<Counts> {
  const counts: Counts = { outlets: new Map(), tags: new Map(), months: new Map(), occasions: new Map() };
  const time = numbers.length <= FEW ? ':d' : ':m';
  const counters = new Map([
    [':o', counts.outlets],
    [':t', counts.tags],
    [':m', counts.months],
  ]);
  const outletOfNumber = new Map<number, string>();
  const dateOfNumber = new Map<number, string>();
  await visitFilters(view, numbers, [...new Set([...counters.keys(), time])], (number, term) => {
    const sort = term.slice(0, 2);
    if (sort === time) dateOfNumber.set(number, term.slice(2));
    if (sort === ':o') outletOfNumber.set(number, term.slice(2));
    const counted = counters.get(sort);
    counted?.set(term, { count: (counted.get(term)?.count ?? 0) + 1, sample: number });
  });
  for (const [number, date] of dateOfNumber) {
    const key = `${date} ${outletOfNumber.get(number) ?? ''}`;
    counts.occasions.set(key, (counts.occasions.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What is there most, as the records write it. */
async function figuresOf(
  transaction: Transaction<'readonly'>,
  counted: ReadonlyMap<string, Counted>,
): Promise<readonly Figure[]> {
  const most = [...counted].sort(([, a], [, b]) => b.count - a.count).slice(0, MOST);
  return Promise.all(
    most.map(async ([term, { count, sample }]) => {
      const name = term.slice(2);
      return { name, label: (await writtenAs(transaction, term, sample)) ?? name, count };
    }),
  );
}

/** An outlet or tag as one document's record writes it. */
async function writtenAs(
  transaction: Transaction<'readonly'>,
  term: string,
  sample: number,
): Promise<string | null> {
  const document = soundOrNone(await transaction.objectStore('documents').get(sample));
  const annotation = parseAnnotation(await transaction.objectStore('annotations').get(document?.key ?? ''));
  if (annotation === null) return null;
  if (term.startsWith(':t')) return tagsOf(annotation).find((tag) => tagTerm(tag) === term) ?? null;
  const outlet = outletOf(await articleReader(transaction)(annotation), annotation.target.source);
  return outletTerm(outlet) === term ? outlet : null;
}
