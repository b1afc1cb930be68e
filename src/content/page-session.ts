import { indexInSteps } from '#core/anchor/text-index.ts';
import { articleOrigins } from '#core/article-origins.ts';
import type { Block } from '#core/detect/types.ts';
import type { SavedPassage } from '#core/saved-passage.ts';
import { sliceSpan } from '#core/text.ts';
import { request } from '#messaging/client.ts';
import type { ArticleAbout, PageState } from '#messaging/protocol.ts';
import type { Article } from '#page/article.ts';
import { holdingText } from '#page/hidden-text.ts';
import { inSlices } from '#page/in-slices.ts';
import { type TextMap, textMapInSteps } from '#page/text-map.ts';
import { composeMarks, type Mark, placePassages, type PlacedPassage, placeQuotations } from './marks.ts';
import type { Surroundings } from './subjects.ts';

/** One reading of an article: the page as it was at that moment, with what was detected and what is saved. */
export interface Reading {
  readonly source: string;
  readonly about: ArticleAbout;
  /** What the background was asked, and by which of the reader's decisions it has answered. */
  readonly blocks: readonly Block[];
  readonly decided: string;
  readonly surroundings: Surroundings;
  readonly page: TextMap;
  readonly article: TextMap;
  readonly placed: readonly PlacedPassage[];
  readonly marks: readonly Mark[];
}

/** What the page says of where it is. */
export type Whereabouts = Pick<ArticleAbout, 'address' | 'canonical'>;

/** What the background may know of an article besides its text. */
function aboutOf(article: Article, where: Whereabouts): ArticleAbout {
  const { title, byline, outlet, language, section, published, modified } = article;
  const origins = articleOrigins(article.origins);
  return { ...where, title, byline, outlet, language, section, published, modified, origins };
}

/** What a reading is made of, before the saved passages have been looked for. */
type Base = Omit<Reading, 'placed' | 'marks'>;

async function withPassages(base: Base, saved: readonly SavedPassage[]): Promise<Reading> {
  const { source, surroundings, page, article } = base;
  const { detection, index } = surroundings;
  const quotations = placeQuotations(detection.quotations, article, page);
  const all = await placePassages(saved, quotations, page, index);
  const placed = all.filter((one) => isOfArticle(one, source));
  const marks = composeMarks(detection, quotations, placed, article);
  return { ...base, placed, marks };
}

/**
 * What earlier rules kept under another address may be another article's. Its very words on this page are what makes it this one's;
 * a likeness is not enough.
 */
const isOfArticle = ({ saved, outcome }: PlacedPassage, source: string): boolean =>
  saved.source === source || outcome === 'exact';

/** Has the background detect and look up what is saved, and finds the places of both on the page. */
export async function readPage(document: Document, article: Article, where: Whereabouts): Promise<Reading> {
  const { text, blocks } = article;
  const about = aboutOf(article, where);
  const { source, detection, saved, decided } = await request('article.open', { about, text, blocks });
  const page = await inSlices(textMapInSteps(document.body ?? document.documentElement));
  const surroundings = {
    articleText: article.text,
    detection,
    pageText: page.text,
    index: await inSlices(indexInSteps(page.text, page.asides)),
  };
  const base = { source, about, blocks, decided, surroundings, page, article: article.map };
  return withPassages(base, saved);
}

/**
 * The same article on a page that has changed around it: places are found anew, nothing is detected again.
 * Null when the article's own words have changed.
 */
export async function replaceReading(
  document: Document,
  reading: Reading,
  article: Article,
  where: Whereabouts,
): Promise<Reading | null> {
  const { about, surroundings, placed } = reading;
  if (about.address !== where.address || about.canonical !== where.canonical) return null;
  if (article.text !== surroundings.articleText) return null;
  const page = await inSlices(textMapInSteps(document.body ?? document.documentElement));
  const index =
    page.text === surroundings.pageText
      ? surroundings.index
      : await inSlices(indexInSteps(page.text, page.asides));
  return withPassages(
    { ...reading, page, article: article.map, surroundings: { ...surroundings, pageText: page.text, index } },
    placed.map(({ saved }) => saved),
  );
}

/** The same page with the records as they are now. */
export async function refreshReading(reading: Reading): Promise<Reading> {
  const { about, blocks, surroundings } = reading;
  const { address, canonical } = about;
  const where = { address, canonical };
  if ((await request('article.decided', where)) === reading.decided)
    return withPassages(reading, await request('article.saved', where));
  // The reader has said something of a name: who is who is found anew.
  const text = surroundings.articleText;
  const { detection, saved, decided } = await request('article.open', { about, text, blocks });
  return withPassages({ ...reading, decided, surroundings: { ...surroundings, detection } }, saved);
}

/** Tells the background how the kept passages stand on the page, with the page's words where they have changed. */
export async function reportOutcomes({ about, placed, page }: Reading): Promise<void> {
  if (placed.length === 0) return;
  const { address, canonical } = about;
  const outcomes = placed.map(({ saved: { id }, outcome, span }) => ({
    id,
    outcome,
    exact: span === null ? null : sliceSpan(page.text, span),
  }));
  await request('article.outcomes', { address, canonical, outcomes });
}

/** The elements of the page that hid text when it was read: it may be shown later. */
export const hiddenText = ({ page }: Reading): Element[] => holdingText(page.hidden);

/** What a surface is told of a reading; null where there is none. */
export function pageState(reading: Reading | null): PageState | null {
  if (!reading) return null;
  const { source, about, surroundings, placed } = reading;
  const { detection, articleText } = surroundings;
  return {
    state: 'article',
    source,
    title: about.title,
    quotations: detection.quotations.map((quotation) => ({
      ...quotation,
      exact: articleText.slice(quotation.start, quotation.end),
    })),
    people: detection.people,
    outcomes: placed.map(({ saved, outcome }) => ({ id: saved.id, outcome })),
  };
}
