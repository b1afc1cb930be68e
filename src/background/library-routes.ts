import { object, oneOf } from '#core/guard.ts';
import * as inputs from '#messaging/library-inputs.ts';
import { address, limit, nothing, only } from '#messaging/inputs.ts';
import type { BulkInput, LibraryRequests, PageInput, Search } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { annotationsOf } from '#storage/annotations.ts';
import { decisionsOf, getDetails, versionsOf } from '#storage/article-details.ts';
import { getArticle, getArticles, listArticles } from '#storage/articles.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import type { Storage } from '#storage/database.ts';
import { indexBacklog, searchAnnotations } from '#storage/search-annotations.ts';
import { listOutlets } from '#storage/outlets.ts';
import { listTags } from '#storage/tags.ts';
import { purgeNow } from '#storage/purge.ts';
import { deleteAnnotations, listTrash, restoreAnnotations, trashIds } from '#storage/trash.ts';
import type { Jobs } from './jobs.ts';
import { idsOf } from './ids-of.ts';
import { recordsChanged } from './records-changed.ts';

type Names = Extract<keyof LibraryRequests, `library.${string}`>;

type Answers = Routes<Pick<LibraryRequests, Names>>;

/** Lists of what is kept, a page at a time. */
function listRoutes(
  storage: Storage,
): Pick<
  Answers,
  | 'library.search'
  | 'library.articles'
  | 'library.article'
  | 'library.backlog'
  | 'library.tags'
  | 'library.outlets'
  | 'library.trash'
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
        const { items, total } = await listArticles(storage, page.limit, page.offset);
        return { items, total };
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
    'library.backlog': { parse: nothing, from: 'ui', answer: () => indexBacklog(storage) },
    'library.tags': {
      parse: only('limit', limit),
      from: 'ui',
      answer: (input) => listTags(storage, input.limit),
    },
    'library.outlets': {
      parse: only('limit', limit),
      from: 'ui',
      answer: (input) => listOutlets(storage, input.limit),
    },
    'library.trash': {
      parse: inputs.paged({}),
      from: 'ui',
      answer: async (page: PageInput) => {
        const { items, total } = await listTrash(storage, page.limit, page.offset);
        const articles = await getArticles(storage, [
          ...new Set(items.map(({ annotation }) => annotation.target.source)),
        ]);
        const titles = new Map(articles.map(({ source, title }) => [source, title]));
        return {
          items: items.map((item) => ({ ...item, title: titles.get(item.annotation.target.source) ?? '' })),
          total,
        };
      },
    },
  };
}

/** Doing something with many records at once; each is one change that can be undone, but for the last. */
export function libraryRoutes(storage: Storage, jobs: Jobs): Answers {
  return {
    ...listRoutes(storage),
    'library.tag': {
      parse: object<BulkInput & { add: readonly string[]; remove: readonly string[] }>({
        ...inputs.bulkFields,
        add: inputs.tagList,
        remove: inputs.tagList,
      }),
      from: 'alone',
      answer: async ({ selection, job, add, remove }) => {
        // Finding what is meant is a part of the work: it can take long by itself, and be stopped.
        const count = await jobs.run(job, async (progress) => {
          const ids = await idsOf(storage, selection);
          return tagAnnotations(storage, { ids, add, remove }, Date.now(), progress);
        });
        recordsChanged();
        return count;
      },
    },
    'library.delete': {
      parse: object<BulkInput>(inputs.bulkFields),
      from: 'alone',
      answer: async ({ selection, job }) => {
        const count = await jobs.run(job, async (progress) => {
          const ids = await idsOf(storage, selection);
          return deleteAnnotations(storage, ids, Date.now(), progress, 'pass');
        });
        recordsChanged();
        return count;
      },
    },
    'library.restore': {
      parse: only('ids', inputs.idsOrAll),
      from: 'alone',
      answer: async ({ ids }) => {
        const meant = ids === 'all' ? await trashIds(storage) : ids;
        const { length } = await restoreAnnotations(storage, meant, Date.now(), 'pass');
        recordsChanged();
        return length;
      },
    },
    'library.purge': {
      parse: object<{ ids: readonly string[] | 'all'; job?: string }>({
        ids: inputs.idsOrAll,
        job: inputs.job,
      }),
      from: 'alone',
      answer: async ({ ids, job }) => {
        try {
          return await jobs.run(job, async (progress) =>
            purgeNow(storage, ids === 'all' ? await trashIds(storage) : ids, progress),
          );
        } finally {
          // Stopped half-way, some are gone.
          recordsChanged();
        }
      },
    },
  };
}
