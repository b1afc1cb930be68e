import { articleSummary } from '#core/article-summary.ts';
import { detect } from '#core/detect/detect.ts';
import type { Detection } from '#core/detect/types.ts';
import { nullable, object } from '#core/guard.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { outcomes } from '#messaging/library-inputs.ts';
import { address, reading } from '#messaging/inputs.ts';
import type { ArticleAbout, Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { ledgerKey } from '#messaging/setting-keys.ts';
import { annotationsOf } from '#storage/annotations.ts';
import { seeArticle } from '#storage/articles.ts';
import { putVersions } from '#storage/article-details.ts';
import { addToLedger } from '#storage/ledger.ts';
import { getSetting } from '#storage/settings.ts';
import type { Storage } from '#storage/database.ts';
import { articleRecord } from './article-record.ts';
import { sourceOf } from './article-source.ts';
import { rememberSummary } from './article-summaries.ts';
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
        noteReading(storage, { source, tabId, about, text, detection }).catch((error: unknown) =>
          console.error('article.open', error),
        );
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
    'article.outcomes': {
      parse: object<{ address: string; canonical: string | null; outcomes: readonly Found[] }>({
        address,
        canonical: nullable(address),
        outcomes,
      }),
      from: 'content',
      answer: async ({ outcomes: found, ...whereabouts }, sender) => {
        const { source } = sourceOf(sender, whereabouts);
        // A page may speak of its own article's passages only.
        const own = new Set((await annotationsOf(storage, source)).items.map(({ id }) => id));
        const seen = new Date().toISOString();
        const known = found.filter(({ id }) => own.has(id));
        await putVersions(
          storage,
          known.map(({ id, ...version }) => ({ annotation: id, seen, ...version })),
        );
        return null;
      },
    },
  };
}

type Found = Parameters<Requests['article.outcomes']>[0]['outcomes'][number];

interface ReadArticle {
  readonly source: string;
  readonly tabId: number;
  readonly about: ArticleAbout;
  readonly text: string;
  readonly detection: Detection;
}

/** Keeps what was detected beside a kept article; and in the ledger, when the reader wants that. */
async function noteReading(
  storage: Storage,
  { source, tabId, about, text, detection }: ReadArticle,
): Promise<void> {
  const seen = new Date().toISOString();
  const { title } = about;
  await seeArticle(storage, articleRecord(source, about, seen));
  await rememberSummary(storage, tabId, { source, seen, speakers: articleSummary(detection) });
  if ((await getSetting(storage, ledgerKey)) !== true) return;
  const records = detection.quotations.map((quotation) => {
    const exact = text.slice(quotation.start, quotation.end);
    const id = JSON.stringify([source, exact.slice(0, 500)]);
    return {
      id,
      source,
      title,
      exact,
      start: quotation.start,
      seen,
      quotation: quotationRecord(quotation, text),
    };
  });
  await addToLedger(storage, records);
}
