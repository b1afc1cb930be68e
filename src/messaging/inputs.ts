import { selectorsParser } from '#core/selector-guard.ts';
import { originsParser } from '#core/article-origins.ts';
import { annotationParser, articleParser, quotationParser } from '#core/annotation-guard.ts';
import type { Block, Evidence, Mention, Person } from '#core/detect/types.ts';
import type { Span } from '#core/text.ts';
import {
  accept,
  arrayOf,
  clipped,
  nullable,
  number,
  object,
  offset,
  oneOf,
  type Parser,
  string,
  where,
} from '#core/guard.ts';
import type { ArticleAbout, ArticleReading, Passage, Rank, Saying, Subject } from './protocol.ts';
import { annotationId, eitherOf, intent } from './tab-inputs.ts';

export { annotationId, ends, nothing, only, place } from './tab-inputs.ts';

/** Guards for what messages carry. Limits in UTF-16 code units and counts: far beyond honest use, far below what would hurt. */
const TEXT = 4_000_000;
const WORDS = 100_000;
const MANY = 50_000;

const name = clipped(10_000);

export const popoverId: Parser<string> = string(100);

export const secret: Parser<string> = where(string(100), (value) => value.length >= 16);

export const address: Parser<string> = string(8_000);

/** An article's records, and those with these ids besides. */
export const ofArticle: Parser<{ source: string; also: readonly string[] }> = object<{
  source: string;
  also: readonly string[];
}>({
  source: address,
  also: (value) => (value === undefined ? accept([]) : arrayOf(annotationId, MANY)(value)),
});

const about: Parser<ArticleAbout> = object<ArticleAbout>({
  address,
  title: name,
  byline: nullable(name),
  outlet: nullable(name),
  language: nullable(clipped(100)),
  section: nullable(name),
  published: nullable(clipped(100)),
  modified: nullable(clipped(100)),
  origins: originsParser,
  canonical: nullable(clipped(8_000)),
});

const ordered = <T extends Span>(span: T): boolean => span.start <= span.end;

const block: Parser<Block> = where(
  object<Block>({
    start: offset,
    end: offset,
    role: oneOf('title', 'byline', 'body', 'heading', 'caption', 'credit', 'pullquote', 'list'),
  }),
  ordered,
);

export const reading: Parser<ArticleReading> = object<ArticleReading>({
  about,
  text: string(TEXT),
  blocks: arrayOf(block, MANY),
});

const passage: Parser<Passage> = object<Passage>({
  exact: string(WORDS),
  selector: selectorsParser,
  start: offset,
  before: string(WORDS),
  after: string(WORDS),
});

const span: Parser<Span> = where(object<Span>({ start: offset, end: offset }), ordered);

const evidence: Parser<Evidence> = object<Evidence>({ code: string(100), words: arrayOf(span, 100) });

const mention: Parser<Mention> = where(
  object<Mention>({ start: offset, end: offset, text: name, role: oneOf('story', 'byline', 'credit') }),
  ordered,
);

const person: Parser<Person> = object<Person>({
  name,
  aliases: arrayOf(name, MANY),
  roles: arrayOf(name, MANY),
  gender: nullable(oneOf('female', 'male')),
  mentions: arrayOf(mention, MANY),
  evidence: arrayOf(evidence, MANY),
  confidence: number(0, 1),
});

const saying: Parser<Saying> = object<Saying>({ exact: string(WORDS), start: offset });

type QuotationSubject = Extract<Subject, { type: 'quotation' }>;
type PersonSubject = Extract<Subject, { type: 'person' }>;

const quotationSubject: Parser<QuotationSubject> = object<QuotationSubject>({
  type: oneOf('quotation'),
  annotation: nullable(annotationId),
  outcome: oneOf('exact', 'changed'),
  passage,
  found: nullable(quotationParser),
  people: arrayOf(name, MANY),
  roles: arrayOf(arrayOf(name, MANY), MANY),
  others: offset,
  intent,
  rank: nullable(object<Rank>({ number: offset, count: offset })),
});

const personSubject: Parser<PersonSubject> = object<PersonSubject>({
  type: oneOf('person'),
  person,
  sayings: arrayOf(saying, MANY),
  others: arrayOf(name, MANY),
});

export const prepare: Parser<{ about: ArticleAbout; subject: Subject }> = object({
  about,
  subject: eitherOf(quotationSubject, personSubject),
});

export const put = object({
  annotation: annotationParser,
  article: articleParser,
  base: nullable(string(100)),
});

export const limit: Parser<number> = number(1, 1_000);
