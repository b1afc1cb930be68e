import { begins, wordAt } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import { firstFrom } from './person-index.ts';
import type { NameMention } from './person-mention.ts';
import { quoted, type Reference } from './person-reference.ts';

/** Mentions further back than this many, or this many sentences, are not looked at. */
const mentionLimit = 60;
const sentenceLimit = 14;

/** How much each trait of a candidate counts; rounded judgements, ordered by what moved the figures. */
const weights = {
  perSentence: -0.55,
  sameParagraph: 0.3,
  sentenceFirst: 0.45,
  subject: 0.6,
  possessive: -0.35,
  object: -0.3,
  lastSpeaker: 0.8,
  quoted: -1.2,
  unknownGender: -0.7,
  count: 0.25,
  aside: -1.5,
  sameSentence: -0.1,
} as const;

/** Two candidates closer than this are equal: the pronoun is left open. */
const margin = 0.08;

/** Candidates worse than this are none. */
const floor = -4;

/** Whom a singular personal pronoun means, or null. */
export function resolvePronoun(reference: Reference, gender: 'female' | 'male'): KnownPerson | null {
  const scores = scoreCandidates(
    reference,
    (known) => known.person.gender === gender || known.person.gender === null,
    gender,
  );
  return bestOf(scores);
}

/** The candidate that is clearly ahead. */
export function bestOf(scores: ReadonlyMap<KnownPerson, number>): KnownPerson | null {
  let best: KnownPerson | null = null;
  let top = -Infinity;
  let second = -Infinity;
  for (const [known, score] of scores) {
    if (score > top) {
      second = top;
      top = score;
      best = known;
    } else if (score > second) second = score;
  }
  return top > floor && top - second > margin ? best : null;
}

/** Scores the people named before the reference, each by the best of their mentions. */
export function scoreCandidates(
  reference: Reference,
  accept: (known: KnownPerson) => boolean,
  gender: 'female' | 'male' | null,
): Map<KnownPerson, number> {
  const { text, placed, from, context } = reference;
  const { tokens } = text.doc;
  const offset = tokens.start[from] ?? 0;
  const sentence = tokens.sentence[from] ?? 0;
  const scores = new Map<KnownPerson, number>();
  const end = firstFrom({ length: placed.length, at: (i) => placed[i]?.mention.start ?? 0 }, offset);
  for (let i = end - 1; i >= 0 && end - i <= mentionLimit; i--) {
    const item = placed[i];
    if (item === undefined) break;
    const distance = sentence - (tokens.sentence[item.mention.from] ?? 0);
    if (distance > sentenceLimit) break;
    if (!accept(item.known)) continue;
    const score =
      mentionScore(reference, item.mention, distance) +
      personScore(item.known, offset, gender, context.spokenBefore ?? null);
    if (score > (scores.get(item.known) ?? -Infinity)) scores.set(item.known, score);
  }
  return scores;
}

function personScore(
  known: KnownPerson,
  offset: number,
  gender: 'female' | 'male' | null,
  speaker: string | null,
): number {
  let score = 0;
  if (gender !== null && known.person.gender === null) score += weights.unknownGender;
  if (speaker !== null && known.person.name === speaker) score += weights.lastSpeaker;
  let count = 0;
  for (const mention of known.mentions) {
    if (mention.start >= offset || count >= 8) break;
    count++;
  }
  return score + weights.count * Math.log2(1 + count);
}

function mentionScore(reference: Reference, mention: NameMention, distance: number): number {
  const { text } = reference;
  const { tokens } = text.doc;
  let score = weights.perSentence * distance;
  if (tokens.paragraph[mention.from] === tokens.paragraph[reference.from]) score += weights.sameParagraph;
  if (mention.role !== 'story') score += weights.aside;
  if (quoted(reference, mention.start)) score += weights.quoted;
  if (distance === 0) score += weights.sameSentence;
  if (mention.possessive) return score + weights.possessive;
  const first = mention.before?.from ?? mention.from;
  const left = wordAt(text, first - 1);
  if (
    text.begins[first] !== begins.inside ||
    (left.lower === 'the' && text.begins[first - 1] !== begins.inside)
  )
    score += weights.sentenceFirst;
  if (isSubject(reference, mention)) score += weights.subject;
  else if (objectLinks.has(left.lower)) score += weights.object;
  return score;
}

/** Whether a verb follows the name, directly or after an apposition or relative clause between commas; or `said` before it. */
function isSubject(reference: Reference, mention: NameMention): boolean {
  const { text } = reference;
  const left = wordAt(text, (mention.before?.from ?? mention.from) - 1);
  if (left.saying) return true;
  let i = mention.to;
  if (mention.after !== null) i = mention.after.to;
  if (wordAt(text, i).word === ',') i++;
  for (let k = 0; k < 3; k++, i++) {
    const word = wordAt(text, i);
    if (word.saying || word.personal || verbForm.test(word.lower)) return true;
    if (!word.lower.endsWith('ly') && word.lower !== 'also' && word.lower !== 'who') return false;
  }
  return false;
}

/** Past tenses and participles by their ending; a rough sign of a verb after a name. */
const verbForm = /^\p{Ll}{2,}ed$/u;
const objectLinks = new Set('of to with for by from against about on over'.split(' '));
