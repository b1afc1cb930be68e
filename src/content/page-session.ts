import { buildIndex } from '#core/anchor/text-index.ts';
import type { Annotation } from '#core/annotation.ts';
import { request } from '#messaging/client.ts';
import type { ArticleAbout, PageState } from '#messaging/protocol.ts';
import type { Article } from '#page/article.ts';
import { buildTextMap, type TextMap } from '#page/text-map.ts';
import {
  composeMarks,
  type Mark,
  placeAnnotations,
  type PlacedAnnotation,
  placeQuotations,
} from './marks.ts';
import type { Surroundings } from './subjects.ts';

/** One reading of an article: the page as it was at that moment, with what was detected and what is saved. */
export interface Reading {
  /** The page's own address when it was read: on another one even the same words are another article. */
  readonly address: string;
  readonly source: string;
  readonly about: ArticleAbout;
  readonly surroundings: Surroundings;
  readonly page: TextMap;
  readonly article: TextMap;
  readonly annotations: readonly PlacedAnnotation[];
  readonly marks: readonly Mark[];
}

/** What the background may know of an article besides its text. */
function aboutOf({ title, byline, outlet, language, published, canonical }: Article): ArticleAbout {
  return { title, byline, outlet, language, published, canonical };
}

/** What a reading is made of, before the saved passages have been looked for. */
type Base = Pick<Reading, 'address' | 'source' | 'about' | 'surroundings' | 'page' | 'article'>;

function withAnnotations(base: Base, saved: readonly Annotation[]): Reading {
  const { address, source, about, surroundings, page, article } = base;
  const { detection, index } = surroundings;
  const quotations = placeQuotations(detection.quotations, article, page);
  const annotations = placeAnnotations(saved, quotations, page, index);
  const marks = composeMarks(detection, quotations, annotations, article);
  return { address, source, about, surroundings, page, article, annotations, marks };
}

/** Where the page is, without the place on it. */
function addressOf(document: Document): string {
  return document.location.href.replace(/#.*$/, '');
}

/** Has the background detect and look up what is saved, and finds the places of both on the page. */
export async function readPage(document: Document, article: Article): Promise<Reading> {
  const { text, blocks } = article;
  const about = aboutOf(article);
  const address = addressOf(document);
  const { source, detection, annotations } = await request('article.open', { about, text, blocks });
  const page = buildTextMap(document.body);
  const surroundings = {
    articleText: article.text,
    detection,
    pageText: page.text,
    index: buildIndex(page.text, page.asides),
  };
  const base = { address, source, about, surroundings, page, article: article.map };
  return withAnnotations(base, annotations);
}

/**
 * The same article on a page that has changed around it: places are found anew, nothing is detected again.
 * Null when the article's own words have changed.
 */
export function replaceReading(document: Document, reading: Reading, article: Article): Reading | null {
  const { address, source, about, surroundings, annotations } = reading;
  if (address !== addressOf(document)) return null;
  if (article.text !== surroundings.articleText || article.canonical !== about.canonical) return null;
  const page = buildTextMap(document.body);
  const index = page.text === surroundings.pageText ? surroundings.index : buildIndex(page.text, page.asides);
  const base = { address, source, about, page, article: article.map };
  return withAnnotations(
    { ...base, surroundings: { ...surroundings, pageText: page.text, index } },
    annotations.map(({ annotation }) => annotation),
  );
}

/** The same page with the records as they are now. */
export async function refreshReading(reading: Reading): Promise<Reading> {
  return withAnnotations(
    reading,
    await request('article.annotations', { canonical: reading.about.canonical }),
  );
}

/** What a surface is told of a reading. */
export function pageState({ source, about, surroundings, annotations }: Reading): PageState {
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
    outcomes: annotations.map(({ annotation, outcome }) => ({ id: annotation.id, outcome })),
  };
}
