import type { Selector, TextPositionSelector } from '#core/anchor/selector.ts';
import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import { articleAddress } from '#core/url.ts';
import { webAddress } from '#core/url-parse.ts';
import { foreignTime } from './foreign-time.ts';
import type { ImportCode } from './importer.ts';
import type { Gathered } from './json-reader.ts';
import { stableId } from './stable-id.ts';

/** A passage or an article as another tool gives it; what it does not know is absent or ''. */
export interface ForeignPassage {
  /** The format's id. */
  readonly format: string;
  readonly line: number;
  readonly address: string;
  /** The field or column of the address, as the file names it; so for the words. */
  readonly addressField: string;
  readonly wordsField: string;
  readonly title?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly position?: TextPositionSelector | null;
  readonly note?: string;
  readonly tags?: readonly string[];
  readonly created?: unknown;
  readonly createdField: string;
  readonly modified?: unknown;
  /** What the tool knows the passage by; without one, its address and words. */
  readonly id?: string;
}

/** Takes a passage of another tool over, with its article; what cannot be is named. */
export function takePassage(passage: ForeignPassage, now: string, into: Gathered): void {
  const { line, format, wordsField } = passage;
  const exact = passage.exact.trim();
  if (exact === '') return tell(into, 'no-words', line, wordsField);
  const article = takeArticle(passage, now, into);
  if (article === null) return;
  const created = foreignTime(passage.created) ?? foreignTime(passage.modified) ?? now;
  const changed = foreignTime(passage.modified) ?? created;
  const { source } = article;
  const id = stableId([format, ...(passage.id === undefined ? [source, exact] : [passage.id])]);
  const { prefix = '', suffix = '', position = null } = passage;
  const annotation = createAnnotation({
    id,
    now: created,
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      ...(position === null ? [] : [position]),
    ],
    quotation: null,
    note: passage.note ?? '',
    tags: passage.tags ?? [],
  });
  const parsed = annotationParser({ ...annotation, modified: changed > created ? changed : created });
  if (parsed.ok) into.annotations.push(parsed.value);
  else tell(into, parsed.problem, line, parsed.field);
}

/**
 * Takes over what another tool's annotation says of its passage, with the words that its selectors hold. Without words it is a note on the
 * page as a whole, which has no passage to stand at: its article is kept, and the note is named as missing.
 */
export function takeAnnotated(
  selectors: readonly Selector[],
  passage: Omit<ForeignPassage, 'exact' | 'prefix' | 'suffix'>,
  now: string,
  into: Gathered,
): void {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (quote !== undefined) {
    const { exact, prefix, suffix } = quote;
    takePassage({ ...passage, exact, prefix, suffix }, now, into);
  } else if (takeArticle(passage, now, into, true) !== null)
    tell(into, 'no-words', passage.line, passage.wordsField);
}

/** Takes the article alone, as something that the reader has put there: `isKept`. Null when its address is none. */
export function takeArticle(
  passage: Omit<ForeignPassage, 'exact' | 'wordsField'>,
  now: string,
  into: Gathered,
  isKept = false,
): ArticleRecord | null {
  const { address, addressField, line, title = '', byline = '', language = '' } = passage;
  const trimmed = address.trim();
  const source = webAddress(trimmed) === null ? '' : articleAddress(trimmed, null);
  if (webAddress(source) === null) {
    tell(into, 'no-address', line, addressField);
    return null;
  }
  const written = foreignTime(passage.created);
  if (written === null && (passage.created ?? '') !== '')
    tell(into, 'not-a-time', line, passage.createdField, 'field');
  const seen = written ?? now;
  const parsed = articleParser({
    ...bareArticle(source, seen, title.trim()),
    byline: byline.trim() || null,
    language: language.trim() || null,
    ...(isKept ? { saved: seen } : {}),
  });
  if (!parsed.ok) {
    tell(into, parsed.problem, line, parsed.field);
    return null;
  }
  into.articles.push(parsed.value);
  return parsed.value;
}

/** Names something that is not carried over: a record, or with `lost` one field of it. */
export function tell(
  into: Gathered,
  code: ImportCode,
  line: number,
  field: string,
  lost: 'record' | 'field' = 'record',
): void {
  into.problems.push({ code, line, field, lost });
}
