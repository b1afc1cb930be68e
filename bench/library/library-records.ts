import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';

/** What ten years of reading may leave, made from numbers: the same library for everybody. */

/** Annotations an article; one in ten quotes the first person. */
export const AN_ARTICLE = 5;
/** Of a hundred passages three are by somebody new. */
export const peopleIn = (count: number): number => Math.ceil(count * 0.03);
const WORDS = 30_000;

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Marsaglia's xorshift. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The word of a rank: the frequent ones are short, as in any language. */
export function wordOf(rank: number): string {
  let rest = rank;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return word;
}

const idOf = (number: number): string =>
  `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const personId = (number: number): string =>
  `urn:uuid:11111111-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const sourceOf = (number: number): string => `https://www.paper-${number % 200}.example/${number}`;
export const nameOf = (number: number): string =>
  `${wordOf(number % 400)} ${wordOf(400 + Math.floor(number / 7))}`;

interface Generator {
  readonly random: () => number;
  /** So many words, by Zipf's law. */
  readonly text: (words: number) => string;
}

function generator(seed: number): Generator {
  // Of neighbouring seeds the first numbers are alike: they are drawn and left.
  const random = randomOf(Math.imul(seed + 1, 0x9e37_79b1) | 1);
  for (let i = 0; i < 8; i++) random();
  const rank = (): number => Math.floor(WORDS ** random()) - 1;
  return { random, text: (words) => Array.from({ length: words }, () => wordOf(rank())).join(' ') };
}

/** One annotation, and whom it quotes: 0 is the first person. */
export interface KeptPassage {
  readonly annotation: Annotation;
  readonly person: number;
}

/** An article and all that is kept of it: those of its annotations whose numbers are under `count`. */
export function articleWith(
  number: number,
  count: number,
): { readonly article: ArticleRecord; readonly kept: readonly KeptPassage[] } {
  const generate = generator(number);
  const people = peopleIn(count);
  const article = articleAt(number, generate);
  const numbers = Array.from({ length: AN_ARTICLE }, (_, i) => number * AN_ARTICLE + i);
  const kept = numbers.filter((one) => one < count).map((one) => passageAt(one, article, people, generate));
  return { article, kept };
}

function articleAt(number: number, { random, text }: Generator): ArticleRecord {
  const day = new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3_650) * 86_400_000).toISOString();
  return {
    source: sourceOf(number),
    title: text(8),
    byline: null,
    outlet: `Paper ${number % 200}`,
    language: 'en',
    section: null,
    published: day.slice(0, 10),
    modified: null,
    origins: {},
    firstSeen: day,
    lastSeen: day,
  };
}

function passageAt(
  number: number,
  article: ArticleRecord,
  people: number,
  { random, text }: Generator,
): KeptPassage {
  const person = number % 10 === 0 ? 0 : 1 + Math.floor(random() * people);
  const speaker = nameOf(person);
  const exact = text(10 + Math.floor(random() * 30));
  const quotation: QuotationRecord = {
    kind: random() < 0.7 ? 'direct' : 'indirect',
    mention: speaker,
    speaker,
    detectedSpeaker: speaker,
    cue: 'said',
    evidence: [{ code: 'cue-after', words: ['said', speaker] }],
    confidence: 0.9,
    status: 'detected',
  };
  const annotation = createAnnotation({
    id: idOf(number),
    now: new Date(Date.parse(article.firstSeen) + number).toISOString(),
    source: article.source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: text(6), suffix: text(6) },
      { type: 'TextPositionSelector', start: number % 9_000, end: (number % 9_000) + exact.length },
    ],
    quotation,
    note: random() < 0.3 ? text(20) : '',
    tags: random() < 0.2 ? [`tag ${Math.floor(random() * 50)}`] : [],
  });
  return { annotation, person };
}
