import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { putAnnotation } from '#storage/annotations.ts';
import { getArticle, listArticles, seeArticle } from '#storage/articles.ts';
import type { Storage } from '#storage/database.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { deleteAnnotation, restoreAnnotation } from '#storage/trash.ts';
import { annotation, article, at, freshStorage, id, saidBy, source, type Sample } from './records.ts';

async function filled(samples: readonly (Sample & { readonly title?: string })[]): Promise<Storage> {
  const storage = freshStorage();
  for (const sample of samples) {
    const of = article({
      source: sample.source ?? source,
      title: sample.title ?? '',
      lastSeen: at(sample.number),
    });
    await putAnnotation(storage, { annotation: annotation(sample), article: of });
  }
  return storage;
}

describe('listArticles', () => {
  const at2 = `${source}-2`;

  it('answers the articles that hold a record, last seen first, with how many', async () => {
    const storage = await filled([
      { number: 1 },
      { number: 2, source: at2 },
      { number: 3 },
      { number: 4, source: `${source}-3` },
    ]);
    await deleteAnnotation(storage, id(4), 0);
    const { items } = await listArticles(storage, 10);
    expect(items.map((item) => [item.article.source, item.count])).toEqual([
      [source, 2],
      [at2, 1],
    ]);
    expect((await listArticles(storage, 1)).items).toHaveLength(1);
    expect((await listArticles(storage, 0)).items).toEqual([]);
  });

  it('counts what is kept, as the article’s own page does: no bare refusal, one with a note', async () => {
    const refused = saidBy('Ann Doe', 'rejected');
    const storage = await filled([
      { number: 1 },
      { number: 2, quotation: refused },
      { number: 3, quotation: refused, note: 'Whose words?' },
      { number: 4, source: at2, quotation: refused },
    ]);
    const { items } = await listArticles(storage, 10);
    expect(items.map((item) => [item.article.source, item.count])).toEqual([
      [at2, 0],
      [source, 2],
    ]);
  });

  it('skips and counts an article that cannot be read', async () => {
    const storage = await filled([{ number: 1 }, { number: 2, source: at2 }]);
    const broken = { source: at2, lastSeen: at(2), title: 7 } as unknown as ArticleRecord;
    await storage.write(['articles'], (transaction) => transaction.objectStore('articles').put(broken));
    const { items, skipped } = await listArticles(storage, 10);
    expect(items).toHaveLength(1);
    expect(skipped).toBe(1);
  });

  it('notes that a kept article was seen again, and keeps no other', async () => {
    const storage = await filled([{ number: 1 }]);
    expect(await seeArticle(storage, article({ lastSeen: at(30) }))).toBe(true);
    expect((await getArticle(storage, source))?.lastSeen).toBe(at(30));
    expect(await seeArticle(storage, article({ source: at2 }))).toBe(false);
    expect(await getArticle(storage, at2)).toBeNull();
  });
});

describe('searchAnnotations', () => {
  const samples: readonly (Sample & { readonly title?: string })[] = [
    { number: 1, exact: 'We will not wait', quotation: saidBy('Zoë Straßer'), title: 'The harbour bridge' },
    { number: 2, exact: 'Not a word', note: 'Check the BUDGET', tags: ['Über'], title: 'The harbour bridge' },
    { number: 3, exact: 'El niño llegó', source: `${source}-2`, title: 'Café politics' },
  ];

  const cases: readonly (readonly [string, string, readonly number[]])[] = [
    ['the quotation', 'wait', [1]],
    ['every word, in any order', 'wait we', [1]],
    ['no record that lacks a word', 'wait budget', []],
    ['the note, without capitals', 'budget', [2]],
    ['a tag without its accent', 'uber', [2]],
    ['the speaker', 'zoe', [1]],
    ['the speaker, ß as ss', 'STRASSER', [1]],
    ['the title', 'harbour', [2, 1]],
    ['words from title and quotation', 'harbour wait', [1]],
    ['accents in the query', 'çafé', [3]],
    ['a decomposed accent', 'nin\u0303o', [3]],
    ['a part of a word', 'polit', [3]],
    ['nothing asked', '  ', [3, 2, 1]],
    ['nothing found', 'zebra', []],
  ];

  it.each(cases)('finds by %s', async (_what, query, expected) => {
    const { items } = await searchAnnotations(await filled(samples), { query, limit: 10 });
    expect(items.map((item) => item.annotation.id)).toEqual(expected.map(id));
  });

  it('answers the last modified first, with its article, and no more than asked', async () => {
    const { items } = await searchAnnotations(await filled(samples), { query: '', limit: 2 });
    expect(items.map((item) => item.article.title)).toEqual(['Café politics', 'The harbour bridge']);
  });

  it('finds a record whose article is gone or broken, and counts broken records', async () => {
    const storage = await filled(samples);
    await storage.write(['articles', 'annotations'], async (transaction) => {
      await transaction.objectStore('articles').delete(source);
      const broken = { id: id(2), modified: at(2), target: { source } } as unknown as Annotation;
      await transaction.objectStore('annotations').put(broken);
    });
    const { items, skipped } = await searchAnnotations(storage, { query: 'harbour', limit: 10 });
    expect(items.map((item) => [item.annotation.id, item.article.source])).toEqual([[id(1), source]]);
    expect(skipped).toBe(1);
  });

  it('keeps step with edits, deletions, restorations and new titles', async () => {
    const storage = await filled([
      { number: 1, note: 'alpha', title: 'Old' },
      { number: 2, note: 'beta', title: 'Old' },
    ]);
    const found = async (query: string): Promise<readonly string[]> =>
      (await searchAnnotations(storage, { query, limit: 10 })).items.map((item) => item.annotation.id);

    const edited = annotation({ number: 1, note: 'gamma', minute: 9 });
    await putAnnotation(storage, { annotation: edited, article: article({ title: 'New' }), base: at(1) });
    expect(await found('alpha')).toEqual([]);
    expect(await found('gamma')).toEqual([id(1)]);
    expect(await found('')).toEqual([id(1), id(2)]);
    expect(await found('old')).toEqual([]);
    expect(await found('new beta')).toEqual([id(2)]);

    await deleteAnnotation(storage, id(1), 0);
    expect(await found('')).toEqual([id(2)]);
    await restoreAnnotation(storage, id(1));
    expect(await found('new gamma')).toEqual([id(1)]);
    await seeArticle(storage, article({ title: 'Newest' }));
    expect(await found('newest')).toEqual([id(1), id(2)]);
  });

  it('goes on past the first batch', async () => {
    const storage = freshStorage();
    for (const number of Array.from({ length: 1_100 }, (_, index) => index + 1)) {
      const note = number === 1 ? 'needle' : '';
      await putAnnotation(storage, { annotation: annotation({ number, note }), article: article() });
    }
    const { items } = await searchAnnotations(storage, { query: 'needle', limit: 10 });
    expect(items.map((item) => item.annotation.id)).toEqual([id(1)]);
  });
});
