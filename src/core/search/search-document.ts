import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { isKept } from '#core/annotation-kept.ts';
import { exactOf } from '#core/annotation-passage.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { webAddress } from '#core/url-parse.ts';
import { foldText } from './fold-text.ts';
import * as terms from './search-filter.ts';
import { tokensOf } from './tokens.ts';

/** What a search looks at of one record. */
export interface SearchDocument {
  /** Tokens in order, joined by spaces; an empty one stands between two texts, so that no phrase is found across them. */
  readonly words: string;
  /** Terms to narrow by. */
  readonly filters: readonly string[];
}

/** One text's tokens: words of people begin with this sign, so that a search for notes does not find them. */
export const PERSON_SIGN = '@';

/** The day of an article: when it was published, else when the reader first saw it. */
function dayOf(article: ArticleRecord | null, annotation: Annotation): string {
  const published = article?.published ?? null;
  const time = published === null ? Number.NaN : Date.parse(published);
  if (Number.isNaN(time)) return (article?.firstSeen ?? annotation.created).slice(0, 10);
  // A day as the page gives it is not moved by anybody's time zone.
  return /^\d{4}-\d{2}-\d{2}/.test(published ?? '')
    ? String(published).slice(0, 10)
    : new Date(time).toISOString().slice(0, 10);
}

/** The site of an article, for those that do not name themselves. */
export function outletOf(article: Pick<ArticleRecord, 'outlet'> | null, source: string): string {
  if (article?.outlet) return article.outlet;
  return webAddress(source)?.hostname.replace(/^www\./, '') ?? source;
}

/** What is searched of an annotation: its note, tags, names, words and title, and by what it can be narrowed. */
export function annotationDocument(
  annotation: Annotation,
  article: ArticleRecord | null,
  person: { readonly id: string; readonly name: string } | null,
): SearchDocument {
  const { quotation, target } = annotation;
  const note = noteOf(annotation);
  const tags = tagsOf(annotation);
  const names = new Set([quotation?.speaker ?? '', person?.name ?? '', quotation?.mention ?? '']);
  const filters = [
    terms.sourceTerm(target.source),
    terms.outletTerm(outletOf(article, target.source)),
    terms.kindTerm(quotation?.kind ?? 'passage'),
    ...terms.dayTerms(dayOf(article, annotation)),
    ...tags.map(terms.tagTerm),
  ];
  if (person !== null && isKept(annotation)) filters.push(terms.personTerm(person.id));
  if (quotation !== null) filters.push(terms.statusTerm(quotation.status));
  if (note !== '') filters.push(terms.NOTE_TERM);
  return {
    words: wordsOf([note, ...tags, ...names, exactOf(annotation), article?.title ?? ''], ''),
    filters: [...new Set(filters)],
  };
}

/** What is searched of a person: every name, and the reader's note. */
export function personDocument(names: readonly string[], note: string): SearchDocument {
  return { words: wordsOf([...names, note], PERSON_SIGN), filters: [] };
}

/** The tokens of several texts, in the form of `SearchDocument.words`. */
function wordsOf(texts: readonly string[], sign: string): string {
  return texts
    .map((text) =>
      tokensOf(text)
        .map((token) => sign + token)
        .join(' '),
    )
    .filter((text) => text !== '')
    .join('  ');
}

/** Every term of a document with its positions. */
export function documentTerms({ words, filters }: SearchDocument): {
  readonly terms: Map<string, number[]>;
  readonly tokens: number;
} {
  const found = new Map<string, number[]>();
  const tokens = words === '' ? [] : words.split(' ');
  for (const [position, token] of tokens.entries()) {
    const positions = found.get(token);
    if (token === '') continue;
    if (positions === undefined) found.set(token, [position]);
    else positions.push(position);
  }
  for (const filter of filters) found.set(filter, []);
  return { terms: found, tokens: tokens.length };
}

/** A name as it is compared: two spellings of one name have one key. */
export function nameKey(name: string): string {
  return tokensOf(foldText(name)).join(' ');
}
