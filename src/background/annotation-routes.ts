import { byPosition } from '#core/annotation-passage.ts';
import { object } from '#core/guard.ts';
import { address, annotationId, limit, ofArticle, only, put } from '#messaging/inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { annotationsOf, getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { getArticle } from '#storage/articles.ts';
import type { Storage } from '#storage/database.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { deleteAnnotation, restoreAnnotation } from '#storage/trash.ts';
import { afterSave } from './after-save.ts';
import { recordsChanged } from './records-changed.ts';

type Names = Extract<keyof Requests, `annotations.${string}` | 'articles.get'>;

/** Saving, deleting and finding what the reader has kept. */
export function annotationRoutes(storage: Storage): Routes<Pick<Requests, Names>> {
  return {
    'annotations.put': {
      parse: put,
      from: 'ui',
      answer: async ({ annotation, article, base }) => {
        const stored = await putAnnotation(storage, { annotation, article, base });
        recordsChanged();
        afterSave(storage, article.source);
        return stored;
      },
    },
    'annotations.delete': {
      parse: only('id', annotationId),
      from: 'ui',
      answer: async ({ id }) => {
        await deleteAnnotation(storage, id, Date.now());
        recordsChanged();
        return null;
      },
    },
    'annotations.restore': {
      parse: only('id', annotationId),
      from: 'ui',
      answer: async ({ id }) => {
        const restored = await restoreAnnotation(storage, id);
        recordsChanged();
        return restored;
      },
    },
    'annotations.get': {
      parse: only('id', annotationId),
      from: 'ui',
      answer: ({ id }) => getAnnotation(storage, id),
    },
    'annotations.ofArticle': {
      parse: ofArticle,
      from: 'ui',
      answer: async ({ source, also = [] }) => {
        const { items } = await annotationsOf(storage, source);
        const known = new Set(items.map(({ id }) => id));
        const others = also.filter((id) => !known.has(id)).map((id) => getAnnotation(storage, id));
        const found = (await Promise.all(others)).filter((annotation) => annotation !== null);
        return [...items, ...found].toSorted(byPosition);
      },
    },
    'annotations.search': {
      parse: object<{ query: string; limit: number }>({ query: address, limit }),
      from: 'ui',
      answer: async ({ query, limit: most }) =>
        (await searchAnnotations(storage, { query, limit: most })).items,
    },
    'articles.get': {
      parse: only('source', address),
      from: 'ui',
      answer: ({ source }) => getArticle(storage, source),
    },
  };
}
