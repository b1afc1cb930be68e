import { applyDecisions } from '#core/apply-decisions.ts';
import { articleSummary } from '#core/article-summary.ts';
import { decisionsStamp } from '#core/decision.ts';
import { chosenDetection } from '#core/detect/chosen-detection.ts';
import { boundedDetection } from '#core/detect/bounded-detection.ts';
import { detect } from '#core/detect/detect.ts';
import { languageFor } from '#core/detect/guess-language.ts';
import { storyPeople } from '#core/detect/story-people.ts';
import type { Detection } from '#core/detect/types.ts';
import { nullable, object } from '#core/guard.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { savedPassage } from '#core/saved-passage.ts';
import { outcomes } from '#messaging/library-inputs.ts';
import { readDetectionChoice } from '#messaging/detection-settings.ts';
import { address, reading } from '#messaging/inputs.ts';
import type { ArticleAbout, Requests } from '#messaging/protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { ledgerKey } from '#messaging/setting-keys.ts';
import { annotationsOf } from '#storage/annotations.ts';
import { seeArticle } from '#storage/articles.ts';
import { decisionsOf, putVersions } from '#storage/article-details.ts';
import { addToLedger, ledgerId } from '#storage/ledger.ts';
import { getSetting } from '#storage/settings.ts';
import type { Storage } from '#storage/database.ts';
import { articleRecord } from './article-record.ts';
import { type SenderArticle, sourceOf } from './article-source.ts';
import { rememberSummary } from './article-summaries.ts';
import { rememberMenuPeople } from './menu-people.ts';
import { showOnBadge } from './badge.ts';

type Names = Extract<keyof Requests, `article.${string}`>;

/** What a content script may ask about the article that it stands on. */
export function articleRoutes(storage: Storage): Routes<Pick<Requests, Names>> {
  const keptAt = async (sources: readonly string[]) => {
    const lists = await Promise.all(sources.map((source) => annotationsOf(storage, source)));
    return lists.flatMap(({ items }) => items);
  };
  const saved = async ({ source, former, tabId }: SenderArticle) => {
    const own = await keptAt([source]);
    // What is kept under another address is counted when the page has found its words.
    // The marks do not wait for the badge, and are there all the same when what tabs share is full.
    showOnBadge(tabId, own).catch((error: unknown) => console.error('badge', error));
    return [...own, ...(await keptAt(former))].map(savedPassage);
  };
  return {
    'article.open': {
      parse: reading,
      from: 'content',
      answer: async ({ about, text, blocks }, sender) => {
        const article = sourceOf(sender, about);
        const { source, tabId, isPrivate } = article;
        const language = about.language ?? undefined;
        const all = boundedDetection(detect(text, { language, blocks }));
        // The reader's word beats the detector's.
        const decisions = await decisionsOf(storage, source).catch(() => []);
        const decided = applyDecisions(all, decisions);
        const choice = await readDetectionChoice();
        const detection = chosenDetection(decided, choice, languageFor(text, language).code);
        // An article with a broken database is still worth reading: its quotations are shown, and saving will say what is wrong.
        const passages = await saved(article).catch((error: unknown) => {
          console.error('article.open', error);
          return [];
        });
        // Of a private window nothing is noted that the reader has not asked for: not that the article was seen, nor what is in it.
        // The names are left out of the menu, too: Chromium writes menus to the disk.
        if (!isPrivate) {
          noteReading(storage, { source, tabId, about, text, all, detection }).catch((error: unknown) =>
            console.error('article.open', error),
          );
          rememberMenuPeople(tabId, storyPeople(detection)).catch((error: unknown) =>
            console.error('menus', error),
          );
        }
        return { source, detection, saved: passages, decided: decisionsStamp(decisions) };
      },
    },
    'article.saved': {
      parse: object<{ address: string; canonical: string | null }>({ address, canonical: nullable(address) }),
      from: 'content',
      answer: (whereabouts, sender) => saved(sourceOf(sender, whereabouts)),
    },
    'article.decided': {
      parse: object<{ address: string; canonical: string | null }>({ address, canonical: nullable(address) }),
      from: 'content',
      answer: async (whereabouts, sender) =>
        decisionsStamp(await decisionsOf(storage, sourceOf(sender, whereabouts).source)),
    },
    'article.outcomes': {
      parse: object<{ address: string; canonical: string | null; outcomes: readonly Found[] }>({
        address,
        canonical: nullable(address),
        outcomes,
      }),
      from: 'content',
      answer: async ({ outcomes: found, ...whereabouts }, sender) => {
        const { source, former, tabId, isPrivate } = sourceOf(sender, whereabouts);
        // A page may speak of its own article's passages only.
        const own = await keptAt([source, ...former]);
        const ids = new Set(own.flatMap(({ id, target }) => (target.source === source ? [id] : [])));
        const seen = new Date().toISOString();
        // What a page tells of another's passages is no history of theirs: a claim that is not believed leads there too.
        const known = found.filter(({ id }) => ids.has(id));
        const here = new Set(found.flatMap(({ id, outcome }) => (outcome === 'exact' ? [id] : [])));
        await showOnBadge(
          tabId,
          own.filter(({ id, target }) => target.source === source || here.has(id)),
        );
        // How a passage stood would say when it was looked at.
        if (isPrivate) return null;
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
  /** All that was detected, and what the reader wants of it. */
  readonly all: Detection;
  readonly detection: Detection;
}

/** Keeps what was detected beside a kept article; and in the ledger, when the reader wants that. */
async function noteReading(
  storage: Storage,
  { source, tabId, about, text, all, detection }: ReadArticle,
): Promise<void> {
  const seen = new Date().toISOString();
  const { title } = about;
  await seeArticle(storage, articleRecord(source, about, seen));
  await rememberSummary(storage, tabId, { source, seen, speakers: articleSummary(all) });
  if ((await getSetting(storage, ledgerKey)) !== true) return;
  const asDetected = new Map(
    all.quotations.map((quotation) => [`${quotation.start} ${quotation.end}`, quotation]),
  );
  const records = detection.quotations.map((quotation) => {
    const exact = text.slice(quotation.start, quotation.end);
    return {
      id: ledgerId(source, exact),
      source,
      title,
      exact,
      start: quotation.start,
      seen,
      // Without the reader's decisions, which are read with the ledger.
      quotation: quotationRecord(asDetected.get(`${quotation.start} ${quotation.end}`) ?? quotation, text),
    };
  });
  await addToLedger(storage, records);
}
