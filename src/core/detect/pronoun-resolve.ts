import { endOf, property } from './letter-properties.ts';
import { begins, wordAt, type NameText } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import { firstPlaced } from './person-index.ts';
import type { NameMention } from './person-mention.ts';
import type { Reference, TrailPlace } from './person-reference.ts';
import { wordSet } from './words.ts';

/** Places further back than this many, or this many sentences, are not looked at. */
const placeLimit = 60;
const sentenceLimit = 14;

/** How much each trait of a candidate counts; rounded, chosen on the coreference gold. */
const pronounWeights = {
  perSentence: -0.5,
  sameParagraph: 0.15,
  sentenceFirst: 0.35,
  subject: 0.6,
  possessive: -0.35,
  object: -0.3,
  lastSpeaker: 0.45,
  quoted: -2,
  unknownGender: -0.7,
  count: 0.18,
  aside: -1.5,
  sameSentence: -0.1,
  pronoun: 0,
  pronounSubject: 0.4,
  introduced: 0.4,
};

/** Two candidates closer than this are equal: the pronoun is left open. */
const margin = 0.08;

/** Candidates worse than this are none. */
const floor = -4;

/** The gender that the word at token `i` tells when it is a pronoun for one person; null when it is none. */
export function pronounGender(text: NameText, i: number): 'female' | 'male' | null {
  return wordAt(text, i).pronoun;
}

/** Whom a singular personal pronoun means, or null. */
export function resolvePronoun(reference: Reference, gender: 'female' | 'male'): KnownPerson | null {
  const accept = (known: KnownPerson): boolean =>
    known.person.gender === gender || known.person.gender === null;
  return bestOf(scoreCandidates(reference, accept, gender));
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

/** Scores the people meant before the reference, each by the best of their places. */
export function scoreCandidates(
  reference: Reference,
  accept: (known: KnownPerson) => boolean,
  gender: 'female' | 'male' | null,
): Map<KnownPerson, number> {
  const { text, trail, numbers, from, context } = reference;
  const { tokens } = text.doc;
  const offset = tokens.start[from] ?? 0;
  const sentence = numbers[tokens.sentence[from] ?? 0] ?? 0;
  const scores = new Map<KnownPerson, number>();
  const end = firstPlaced(trail, offset);
  for (let i = end - 1; i >= 0 && end - i <= placeLimit; i--) {
    const item = trail[i];
    if (item === undefined) break;
    const distance = sentence - (numbers[tokens.sentence[item.token] ?? 0] ?? 0);
    if (distance > sentenceLimit) break;
    if (!accept(item.known)) continue;
    const score = placeScore(reference, item, distance);
    if (score > (scores.get(item.known) ?? -Infinity)) scores.set(item.known, score);
  }
  // What the person adds is the same at all places: worked out once for each.
  for (const [known, score] of scores)
    scores.set(known, score + personScore(known, offset, gender, context.spokenBefore ?? null));
  return scores;
}

function personScore(
  known: KnownPerson,
  offset: number,
  gender: 'female' | 'male' | null,
  speaker: string | null,
): number {
  let score = 0;
  if (gender !== null && known.person.gender === null) score += pronounWeights.unknownGender;
  if (speaker !== null && known.person.name === speaker) score += pronounWeights.lastSpeaker;
  let count = 0;
  for (const mention of known.mentions) {
    if (mention.start >= offset || count >= 8) break;
    count++;
  }
  return score + pronounWeights.count * Math.log2(1 + count);
}

function placeScore(reference: Reference, item: TrailPlace, distance: number): number {
  const { text } = reference;
  const { tokens } = text.doc;
  let score = pronounWeights.perSentence * distance;
  if (distance === 0) score += pronounWeights.sameSentence;
  if (tokens.paragraph[item.token] === tokens.paragraph[reference.from])
    score += pronounWeights.sameParagraph;
  // Who is introduced, by full name and with a role, is about to speak or to be spoken of.
  if (distance < 2 && item.mention !== null && item.known.mentions[0] === item.mention && item.mention.after)
    score += pronounWeights.introduced;
  return score + item.standing;
}

/** What a resolved pronoun at a token counts as an antecedent, wherever it is looked at from. */
export function pronounStanding(text: NameText, token: number): number {
  const score =
    pronounWeights.pronoun + (text.begins[token] === begins.inside ? 0 : pronounWeights.sentenceFirst);
  return subjects.has(wordAt(text, token).lower) ? score + pronounWeights.pronounSubject : score;
}

const subjects = new Set(['he', 'she', 'er', 'sie', 'il', 'elle']);

/** What a name counts as an antecedent, wherever it is looked at from. */
export function mentionStanding(text: NameText, mention: NameMention, inQuotation: boolean): number {
  let score = 0;
  if (mention.role !== 'story') score += pronounWeights.aside;
  if (inQuotation) score += pronounWeights.quoted;
  if (mention.possessive) return score + pronounWeights.possessive;
  const first = mention.before?.from ?? mention.from;
  const left = wordAt(text, first - 1);
  const article = left.lower === 'the' && text.begins[first - 1] !== begins.inside;
  if (text.begins[first] !== begins.inside || article) score += pronounWeights.sentenceFirst;
  if (isSubject(text, mention, left.saying)) score += pronounWeights.subject;
  else if (objectLinks.has(left.lower)) score += pronounWeights.object;
  return score;
}

/** How far from a name its verb is looked for, when something stands between. */
const verbDistance = 8;

/**
 * Whether a verb follows the name: directly, after an apposition, or after a phrase without comma (`Smith of the agency said`); or a
 * verb of saying stands before it.
 */
function isSubject(text: NameText, mention: NameMention, said: boolean): boolean {
  if (said) return true;
  // `Smith became mayor`: what follows the name is a verb.
  if (mention.after !== null && !wordAt(text, mention.to).mark) return true;
  let i = mention.after === null ? mention.to : mention.after.to;
  if (wordAt(text, i).word === ',') i++;
  const loose = wordSet(text.doc.language.prepositions).has(wordAt(text, i).lower);
  for (let k = 0; k < (loose ? verbDistance : 3); k++, i++) {
    const word = wordAt(text, i);
    if (word.saying || word.personal || looksPast(word.lower)) return true;
    if (loose ? word.mark : !word.lower.endsWith('ly') && word.lower !== 'also' && word.lower !== 'who')
      return false;
  }
  return false;
}

/** Past tenses and participles by their ending; a rough sign of a verb after a name. */
function looksPast(word: string): boolean {
  const stem = word.length - 2;
  return stem > 1 && word.endsWith('ed') && endOf(word, 0, stem, property.lower) === stem;
}

const objectLinks = new Set('of to with for by from against about on over'.split(' '));
