import { type MessageKey, t } from './text.ts';

/** One piece of evidence with the article's words in place of their spans. */
export interface EvidenceWords {
  readonly code: string;
  readonly words: readonly string[];
}

interface Sentence {
  readonly key: MessageKey;
  /** Whether it shows the article's words as `$1`. */
  readonly shows: boolean;
}

/** One line a code of core/detect/evidence.ts. */
const sentences: Readonly<Record<string, Sentence>> = {
  'cue-after': { key: 'whyAfter', shows: true },
  'cue-before': { key: 'whyBefore', shows: true },
  'cue-inverted': { key: 'whyAfter', shows: true },
  'cue-around': { key: 'whyCueAround', shows: true },
  'weak-verb': { key: 'whyWeakVerb', shows: true },
  'according-to': { key: 'whyAccordingTo', shows: true },
  passive: { key: 'whyPassive', shows: true },
  'cue-noun': { key: 'whyCueNoun', shows: true },
  'own-words': { key: 'whyOwnWords', shows: true },
  label: { key: 'whyLabel', shows: true },
  transcript: { key: 'whyTranscript', shows: true },
  signature: { key: 'whySignature', shows: true },
  'sentence-before': { key: 'whySentenceBefore', shows: true },
  'sentence-after': { key: 'whySentenceAfter', shows: true },
  'colon-before': { key: 'whyColonBefore', shows: true },
  continued: { key: 'whyContinued', shows: false },
  paragraphs: { key: 'whyParagraphs', shows: false },
  'nearest-name': { key: 'whyNearestName', shows: true },
  'in-turn': { key: 'whyInTurn', shows: false },
  pronoun: { key: 'whyStandsFor', shows: true },
  role: { key: 'whyStandsFor', shows: true },
  who: { key: 'whyStandsFor', shows: true },
};

/** Words longer than this many code units are shown with their middle left out. */
const longest = 60;

function shown(word: string): string {
  const plain = word.replace(/\s+/gu, ' ').trim();
  if (plain.length <= longest) return plain;
  const half = longest / 2;
  return `${plain.slice(0, half).trimEnd()} … ${plain.slice(-half).trimStart()}`;
}

function sentenceOf({ code, words }: EvidenceWords): string {
  const joined = words
    .map(shown)
    .filter((word) => word !== '')
    .join(' … ');
  const quoted = joined === '' ? '' : t('inQuotes', joined);
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (sentence === undefined) return quoted === '' ? '' : t('whyWords', quoted);
  return sentence.shows && quoted === '' ? t('whyAround') : t(sentence.key, quoted);
}

/**
 * Why we think so, in one line. Codes without a sentence of their own, from a newer detector or an import, fall back
 * to a general one that shows the article's words.
 */
export function whyWords(evidence: readonly EvidenceWords[]): string {
  const parts = new Set(evidence.map(sentenceOf).filter((sentence) => sentence !== ''));
  return parts.size === 0 ? t('whyNothing') : [...parts].join(' ');
}
