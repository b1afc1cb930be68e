import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { exportFile } from '#core/export/export-file.ts';
import { object, oneOf } from '#core/guard.ts';
import * as inputs from '#messaging/library-inputs.ts';
import { address, limit, only } from '#messaging/inputs.ts';
import type { LibraryRequests, PageInput, Search, Selection } from '#messaging/library-protocol.ts';
import { RefusedError, type Routes } from '#messaging/server.ts';
import { annotationsOf, getAnnotations } from '#storage/annotations.ts';
import { decisionsOf, getDetails, versionsOf } from '#storage/article-details.ts';
import { countArticles, getArticle, getArticles, listArticles } from '#storage/articles.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import type { Storage } from '#storage/database.ts';
import { searchAnnotations, searchIds } from '#storage/search-annotations.ts';
import { listTags } from '#storage/tags.ts';
import { countTrash, deleteAnnotations, listTrash, purgeNow, restoreAnnotations } from '#storage/trash.ts';
import { recordsChanged } from './records-changed.ts';

type Names = Extract<keyof LibraryRequests, `library.${string}`>;

type Answers = Routes<Pick<LibraryRequests, Names>>;

function idsOf(storage: Storage, selection: Selection): Promise<readonly string[]> {
  if ('ids' in selection) return Promise.resolve(selection.ids);
  return searchIds(storage, selection.search.query, selection.search.filter);
}

/** Lists of what is kept, a page at a time. */
function listRoutes(
  storage: Storage,
): Pick<
  Answers,
  'library.search' | 'library.articles' | 'library.article' | 'library.tags' | 'library.trash'
> {
  return {
    'library.search': {
      parse: inputs.paged<Search & { order: 'rank' | 'newest' }>({
        ...inputs.searchFields,
        order: oneOf('rank', 'newest'),
      }),
      from: 'ui',
      answer: async (input) => {
        const { items, total } = await searchAnnotations(storage, input);
        return { items, total };
      },
    },
    'library.articles': {
      parse: inputs.paged({}),
      from: 'ui',
      answer: async (page: PageInput) => {
        const { items } = await listArticles(storage, page.limit, page.offset);
        return { items, total: await countArticles(storage) };
      },
    },
    'library.article': {
      parse: only('source', address),
      from: 'ui',
      answer: async ({ source }) => {
        const [article, annotations, details, decisions] = await Promise.all([
          getArticle(storage, source),
          annotationsOf(storage, source),
          getDetails(storage, source),
          decisionsOf(storage, source),
        ]);
        const versions = await versionsOf(
          storage,
          annotations.items.map(({ id }) => id),
        );
        const { speakers = null, seen = null } = details ?? {};
        return { article, annotations: annotations.items, speakers, seen, versions, decisions };
      },
    },
    'library.tags': {
      parse: only('limit', limit),
      from: 'ui',
      answer: (input) => listTags(storage, input.limit),
    },
    'library.trash': {
      parse: inputs.paged({}),
      from: 'ui',
      answer: async (page: PageInput) => {
        const { items } = await listTrash(storage, page.limit, page.offset);
        return { items, total: await countTrash(storage) };
      },
    },
  };
}

/** Doing something with many records at once; each is one change that can be undone, but for the last. */
export function libraryRoutes(storage: Storage): Answers {
  return {
    ...listRoutes(storage),
    'library.tag': {
      parse: object<{ selection: Selection; add: readonly string[]; remove: readonly string[] }>({
        selection: inputs.selection,
        add: inputs.tagList,
        remove: inputs.tagList,
      }),
      from: 'ui',
      answer: async ({ selection, add, remove }) => {
        const ids = await idsOf(storage, selection);
        const count = await tagAnnotations(storage, { ids, add, remove }, Date.now());
        recordsChanged();
        return count;
      },
    },
    'library.delete': {
      parse: only('selection', inputs.selection),
      from: 'ui',
      answer: async ({ selection }) => {
        const count = await deleteAnnotations(storage, await idsOf(storage, selection), Date.now());
        recordsChanged();
        return count;
      },
    },
    'library.restore': {
      parse: only('ids', inputs.ids),
      from: 'ui',
      answer: async ({ ids }) => {
        const { length } = await restoreAnnotations(storage, ids);
        recordsChanged();
        return length;
      },
    },
    'library.purge': {
      parse: only('ids', inputs.ids),
      from: 'ui',
      answer: async ({ ids }) => {
        const count = await purgeNow(storage, ids);
        recordsChanged();
        return count;
      },
    },
    'library.export': {
      parse: object<{ selection: Selection; format: string }>({
        selection: inputs.selection,
        format: address,
      }),
      from: 'ui',
      answer: async ({ selection, format }) => {
        const ids = await idsOf(storage, selection);
        const annotations: readonly Annotation[] = await getAnnotations(storage, ids);
        const sources = new Set(annotations.map(({ target }) => target.source));
        const articles: readonly ArticleRecord[] = await getArticles(storage, [...sources]);
        const file = exportFile(format, { annotations, articles, exportedAt: new Date().toISOString() });
        if (!file) throw new RefusedError('bad-message');
        return { ...file, skipped: ids.length - annotations.length };
      },
    },
  };
}
