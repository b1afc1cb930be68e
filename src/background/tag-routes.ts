import { tagsOf } from '#core/annotation-edit.ts';
import { object, string } from '#core/guard.ts';
import { tagTerm } from '#core/search/search-filter.ts';
import { suggestTags } from '#core/search/suggest-tags.ts';
import { tagList } from '#messaging/library-inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import type { Storage } from '#storage/database.ts';
import { searchAnnotations } from '#storage/search-annotations.ts';
import { listTags } from '#storage/tags.ts';

/** So many tags in use are looked at, the most frequent first. */
const most = 5_000;

/** A tag as it was last written; the index holds it without capitals and accents. */
async function spelling(storage: Storage, tag: string): Promise<string> {
  const { items } = await searchAnnotations(storage, {
    query: '',
    filter: { tags: [tag] },
    order: 'newest',
    limit: 1,
  });
  const written = items.flatMap(({ annotation }) => tagsOf(annotation));
  return written.find((one) => tagTerm(one) === tagTerm(tag)) ?? tag;
}

/** Completes what is typed into a field for tags. */
export function tagRoutes(storage: Storage): Routes<Pick<Requests, 'tags.suggest'>> {
  return {
    'tags.suggest': {
      parse: object<{ typed: string; has: readonly string[] }>({ typed: string(1_000), has: tagList }),
      from: 'ui',
      answer: async ({ typed, has }) => {
        const tags = suggestTags(await listTags(storage, most), typed, has);
        return Promise.all(tags.map((tag) => spelling(storage, tag)));
      },
    },
  };
}
