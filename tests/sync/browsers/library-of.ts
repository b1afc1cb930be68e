import { ask } from '#scripts/driver/own-page.ts';
import type { Machine } from './two-machines.ts';

const first = { offset: 0, limit: 1_000 } as const;
const inOrder = (list: readonly unknown[]): readonly string[] =>
  list.map((one) => JSON.stringify(one)).toSorted();

/** All that the reader has on a machine, as the library shows it and an export of everything holds it; in one order, so that two can be compared. */
export async function libraryOf({ own }: Machine): Promise<Readonly<Record<string, readonly string[]>>> {
  const plan = await ask(own, 'export.plan', { selection: null });
  const records = await ask(own, 'export.records', { ids: plan.ids, sources: plan.sources });
  const [people, found, articles, tags] = [
    await ask(own, 'people.list', { query: '', order: 'name', ...first }),
    await ask(own, 'library.search', { query: '', filter: {}, order: 'newest', ...first }),
    await ask(own, 'library.articles', first),
    await ask(own, 'library.tags', { limit: 1_000 }),
  ];
  const exported = Object.entries(records).flatMap(([name, list]) =>
    Array.isArray(list) ? [[`exported ${name}`, inOrder(list)] as const] : [],
  );
  return {
    ...Object.fromEntries(exported),
    people: inOrder(people.items),
    found: inOrder(found.items),
    articles: inOrder(articles.items),
    tags: inOrder(tags),
  };
}
