import type { Annotation, ArticleRecord, QuotationRecord, Target, TextualBody } from './annotation.ts';
import { originsParser } from './article-origins.ts';
import {
  accept,
  added,
  arrayOf,
  clipped,
  extended,
  nullable,
  number,
  object,
  oneOf,
  refuse,
  string,
  where,
  type Parser,
} from './guard.ts';
import { instant, pageDate } from './guard-time.ts';
import { selectorsParser } from './selector-guard.ts';
import { webAddress } from './url-parse.ts';

/** Limits in UTF-16 code units and counts: far beyond honest use, far below what would hurt. */
const NOTE = 1_000_000;
const TAG = 1_000;
const STYLE = 1_000;
const NAME = 10_000;
const TITLE = 10_000;
const WORDS = 20_000;
const PASSAGE = 100_000;

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const identifier: Parser<string> = (value) => {
  if (typeof value !== 'string') return refuse('not-a-string');
  return UUID.test(value) ? accept(value.toLowerCase()) : refuse('not-allowed');
};

const address: Parser<string> = (value) => {
  if (typeof value !== 'string') return refuse('not-a-string');
  if (value.length > 8_000) return refuse('too-long');
  return webAddress(value) === null ? refuse('not-allowed') : accept(value);
};

const body: Parser<TextualBody> = where(
  object<TextualBody>({
    type: oneOf('TextualBody'),
    purpose: oneOf('commenting', 'tagging'),
    value: string(NOTE),
    format: oneOf('text/markdown', 'text/plain'),
  }),
  (parsed) => parsed.purpose === 'commenting' || parsed.value.length <= TAG,
);

/** Without a TextQuoteSelector the passage's own words would be lost with the page. */
const target: Parser<Target> = where(
  extended<Omit<Target, 'styleClass'>, Pick<Target, 'styleClass'>>(
    object<Omit<Target, 'styleClass'>>({
      type: oneOf('SpecificResource'),
      source: address,
      selector: selectorsParser,
    }),
    { styleClass: string(STYLE) },
  ),
  (parsed) => parsed.selector.some((selector) => selector.type === 'TextQuoteSelector'),
);

const detected = object<Omit<QuotationRecord, keyof Corrections>>({
  kind: oneOf('direct', 'mixed', 'indirect'),
  mention: nullable(string(NAME)),
  speaker: nullable(string(NAME)),
  detectedSpeaker: nullable(string(NAME)),
  cue: nullable(string(NAME)),
  evidence: arrayOf(
    object<{ readonly code: string; readonly words: readonly string[] }>({
      code: string(100),
      words: arrayOf(string(WORDS), 100),
    }),
    100,
  ),
  confidence: number(0, 1),
  status: oneOf('detected', 'confirmed', 'corrected', 'rejected'),
});

type Corrections = Pick<QuotationRecord, 'detectedKind' | 'detectedExact'>;

/** Checks what is known about a quotation. */
export const quotationParser: Parser<QuotationRecord> = extended<
  Omit<QuotationRecord, keyof Corrections>,
  Corrections
>(detected, {
  detectedKind: oneOf('direct', 'mixed', 'indirect'),
  detectedExact: string(PASSAGE),
});

/** Checks every part of an annotation and says which field is wrong. Times come out in UTC, ids in lower case. */
export const annotationParser: Parser<Annotation> = object<Annotation>({
  id: identifier,
  type: oneOf('Annotation'),
  motivation: oneOf('highlighting', 'commenting', 'assessing'),
  created: instant,
  modified: instant,
  body: arrayOf(body, 1_000),
  target,
  quotation: nullable(quotationParser),
});

/** Checks every part of an article. What the page says of itself is cut to length rather than refused. */
export const articleParser: Parser<ArticleRecord> = extended<
  Omit<ArticleRecord, 'saved'>,
  Pick<ArticleRecord, 'saved'>
>(
  object<Omit<ArticleRecord, 'saved'>>({
    source: address,
    title: clipped(TITLE),
    byline: nullable(clipped(NAME)),
    outlet: nullable(clipped(NAME)),
    language: nullable(clipped(100)),
    section: added(nullable(clipped(NAME))),
    published: pageDate,
    modified: added(pageDate),
    origins: originsParser,
    firstSeen: instant,
    lastSeen: instant,
  }),
  { saved: instant },
);

/** The annotation that `value` is, copied, with unknown keys dropped; or null. Never throws. */
export function parseAnnotation(value: unknown): Annotation | null {
  const parsed = annotationParser(value);
  return parsed.ok ? parsed.value : null;
}

/** The article that `value` is, copied, with unknown keys dropped; or null. Never throws. */
export function parseArticle(value: unknown): ArticleRecord | null {
  const parsed = articleParser(value);
  return parsed.ok ? parsed.value : null;
}
