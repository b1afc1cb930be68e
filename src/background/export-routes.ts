import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { exportFile } from '#core/export/export-file.ts';
import { nullable, object } from '#core/guard.ts';
import { address } from '#messaging/inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import { RefusedError, type Routes } from '#messaging/server.ts';
import { allAnnotations, annotationsOf } from '#storage/annotations.ts';
import { getArticle } from '#storage/articles.ts';
import type { Storage } from '#storage/database.ts';
import type { Listing } from '#storage/listing.ts';

async function annotationsFor(storage: Storage, source: string | null): Promise<Listing<Annotation>> {
  if (source !== null) return annotationsOf(storage, source);
  const items: Annotation[] = [];
  let skipped = 0;
  const countBroken = (): void => {
    skipped += 1;
  };
  for await (const annotation of allAnnotations(storage, countBroken)) items.push(annotation);
  return { items, skipped };
}

async function articlesOf(
  storage: Storage,
  annotations: readonly Annotation[],
): Promise<readonly ArticleRecord[]> {
  const sources = [...new Set(annotations.map(({ target }) => target.source))];
  const articles: ArticleRecord[] = [];
  for (const source of sources) {
    const article = await getArticle(storage, source);
    if (article) articles.push(article);
  }
  return articles;
}

/** Writes exports. The surface that asks saves the file: only it can show the browser's dialogue. */
export function exportRoutes(storage: Storage): Routes<Pick<Requests, 'export.file'>> {
  return {
    'export.file': {
      parse: object<{ source: string | null; format: string }>({
        source: nullable(address),
        format: address,
      }),
      from: 'ui',
      answer: async ({ source, format }) => {
        const { items: annotations, skipped } = await annotationsFor(storage, source);
        const articles = await articlesOf(storage, annotations);
        const file = exportFile(format, { annotations, articles, exportedAt: new Date().toISOString() });
        if (!file) throw new RefusedError('bad-message');
        return { ...file, skipped };
      },
    },
  };
}
