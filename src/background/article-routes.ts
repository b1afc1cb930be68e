import { detect } from '#core/detect/detect.ts';
import { nullable, object } from '#core/guard.ts';
import { address, reading } from '#messaging/inputs.ts';
import type { Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { annotationsOf } from '#storage/annotations.ts';
import type { Storage } from '#storage/database.ts';
import { sourceOf } from './article-source.ts';
import { showOnBadge } from './badge.ts';

type Names = Extract<keyof Requests, `article.${string}`>;

/** What a content script may ask about the article that it stands on. */
export function articleRoutes(storage: Storage): Routes<Pick<Requests, Names>> {
  const saved = async (source: string, tabId: number) => {
    const { items } = await annotationsOf(storage, source);
    await showOnBadge(tabId, items);
    return items;
  };
  return {
    'article.open': {
      parse: reading,
      from: 'content',
      answer: async ({ about, text, blocks }, sender) => {
        const { source, tabId } = sourceOf(sender, about);
        const detection = detect(text, { language: about.language ?? undefined, blocks });
        // An article with a broken database is still worth reading: its quotations are shown, and saving will say what is wrong.
        const annotations = await saved(source, tabId).catch((error: unknown) => {
          console.error('article.open', error);
          return [];
        });
        return { source, detection, annotations };
      },
    },
    'article.annotations': {
      parse: object<{ address: string; canonical: string | null }>({ address, canonical: nullable(address) }),
      from: 'content',
      answer: async (whereabouts, sender) => {
        const { source, tabId } = sourceOf(sender, whereabouts);
        return saved(source, tabId);
      },
    },
  };
}
