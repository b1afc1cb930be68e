import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { MentionRole, Person } from '#core/detect/types.ts';
import type { QuotationOnPage } from '#ui/article/article-state.ts';

/** An invented article and what one keeps of it. */
export const article: ArticleRecord = {
  source: 'https://www.example-news.com/2026/harbour-bridge',
  title: 'Harbour bridge will close for a year, council decides after long night',
  byline: 'Ines Falk',
  outlet: 'The Example',
  language: 'en',
  section: 'City',
  published: '2026-03-04T08:00:00Z',
  modified: '2026-03-05T06:15:00Z',
  origins: {
    title: 'json-ld',
    byline: 'page',
    outlet: 'open-graph',
    section: 'json-ld',
    published: 'json-ld',
    modified: 'open-graph',
  },
  firstSeen: '2026-03-04T09:12:00Z',
  lastSeen: '2026-03-05T07:40:00Z',
};

export const record: QuotationRecord = {
  kind: 'direct',
  mention: 'she',
  speaker: 'Marta Lindqvist',
  detectedSpeaker: 'Marta Lindqvist',
  cue: 'said',
  evidence: [{ code: 'cue-after', words: ['she', 'said'] }],
  confidence: 0.93,
  status: 'detected',
};

export const words = 'We can repair it once, properly, or we can repair it every winter until it falls down.';

export const longWords = [
  'Nobody on this council wanted to be the one who shut the bridge, and I do not blame anybody for that.',
  'But the engineers came back three times, and three times the report was worse than the one before it.',
  'You can be brave with your own life. You cannot be brave with forty thousand people who cross every morning,',
  'most of them without knowing that there was ever a question. So we will close it, and we will be shouted at,',
  'and in a year we will open it again.',
].join(' ');

interface Kept {
  readonly exact: string;
  readonly start: number;
  readonly quotation: QuotationRecord | null;
  readonly note?: string;
  readonly tags?: readonly string[];
}

/** A kept passage of the sample article. The id follows from where it starts. */
export function kept(
  { exact, start, quotation, note = '', tags = [] }: Kept,
  source = article.source,
): Annotation {
  const number = String(start).padStart(12, '0');
  return createAnnotation({
    id: `urn:uuid:00000000-0000-4000-8000-${number}`,
    now: '2026-03-04T09:15:00.000Z',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start, end: start + exact.length },
    ],
    quotation,
    note,
    tags,
  });
}

/** A detected quotation of the sample article, said by a named person, by words that name nobody, or by nobody known. */
export function quotation(
  exact: string,
  start: number,
  text: string | null,
  person: string | null,
): QuotationOnPage {
  return {
    kind: 'direct',
    start,
    end: start + exact.length,
    exact,
    speaker: text === null ? null : { start: start - 20, end: start - 20 + text.length, text, person },
    cue: null,
    evidence: [],
    confidence: text === null ? 0 : 0.9,
  };
}

export function person(
  name: string,
  aliases: readonly string[],
  roles: readonly string[],
  count: number,
  role: MentionRole = 'story',
): Person {
  const mentions = Array.from({ length: count }, (_, index) => {
    const start = 100 + index * 300;
    return { start, end: start + name.length, text: name, role };
  });
  return { name, aliases, roles, gender: null, mentions, evidence: [], confidence: 0.95 };
}

export const people = [
  person('Marta Lindqvist', ['Lindqvist', 'Mayor Lindqvist'], ['Mayor'], 7),
  person('Tobias Achterberg', ['Achterberg'], ['chief engineer of the harbour authority'], 4),
  person('Ada Okonkwo', [], [], 1),
  person('Ines Falk', [], [], 1, 'byline'),
  person('Jon Petersen', [], [], 2, 'credit'),
  person('Silvia Renner', ['Secretary Renner'], ['Secretary', 'secretary of state'], 2),
];

export const quotations = [
  quotation(words, 400, 'she', 'Marta Lindqvist'),
  quotation(longWords, 900, 'Mayor Lindqvist', 'Marta Lindqvist'),
  quotation(
    'There is no version of this in which the bearings last.',
    1900,
    'Achterberg',
    'Tobias Achterberg',
  ),
  quotation('a decision that should have come in the spring', 2400, 'officials', null),
  quotation('Bridge of sighs', 2900, null, null),
];

/** German names and roles, as long as they come. */
export const germanName = 'Sabine Leutheusser-Schnarrenberger-Freifrau von Hohenlohe-Waldenburg';
export const germanRole =
  'Donaudampfschifffahrtsgesellschaftsaufsichtsratsvorsitzende und stellvertretende Landesvorsitzende';
