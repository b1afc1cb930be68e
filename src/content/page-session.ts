import { buildIndex, type TextIndex } from '#core/anchor/text-index.ts';
import type { Annotation } from '#core/annotation.ts';
import type { Detection } from '#core/detect/types.ts';
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
  readonly source: string;
  readonly about: ArticleAbout;
  readonly surroundings: Surroundings;
  readonly page: TextMap;
  readonly article: TextMap;
  readonly annotations: readonly PlacedAnnotation[];
  readonly marks: readonly Mark[];
}

function compose(
  source: string,
  article: Article,
  page: TextMap,
  index: TextIndex,
  detection: Detection,
  saved: readonly Annotation[],
): Reading {
  const quotations = placeQuotations(detection.quotations, article.map, page);
  const annotations = placeAnnotations(saved, quotations, page, index);
  return {
    source,
    about: article.about,
    surroundings: { articleText: article.map.text, detection, pageText: page.text, index },
    page,
    article: article.map,
    annotations,
    marks: composeMarks(detection, quotations, annotations, article.map),
  };
}

/** Has the background detect and look up what is saved, and finds the places of both on the page. */
export async function readPage(document: Document, article: Article): Promise<Reading> {
  const { source, detection, annotations } = await request('article.open', {
    about: article.about,
    text: article.map.text,
    blocks: article.blocks,
  });
  const page = buildTextMap(document.body);
  return compose(source, article, page, buildIndex(page.text), detection, annotations);
}

/** The same page with the records as they are now. */
export async function refreshReading(reading: Reading, article: Article): Promise<Reading> {
  const { page, surroundings, source, about } = reading;
  const saved = await request('article.annotations', { canonical: about.canonical });
  return compose(source, article, page, surroundings.index, surroundings.detection, saved);
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
