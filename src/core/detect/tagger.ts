import { tokenKind } from './document.ts';
import { anyCue, cueStrength, lex } from './lexicon.ts';
import type { Outline } from './outline.ts';
import type { Tag } from './word-tags.ts';
import type { WordEntry } from './word-table.ts';
import type { Clause, OutlineSentences } from './outline-sentences.ts';

const NOUN_BEFORE_AUX = lex.auxiliary;
/** Verbs whose past is as the base, or that the lists hold in an irregular past. */
const UNCHANGED = new Set(['read', 'put', 'cast', 'hit', 'cut', 'saw', 'thought', 'felt', 'rode', 'led']);
const DEMONSTRATIVE = new Set([
  'that',
  'this',
  'those',
  'these',
  'all',
  'some',
  'many',
  'both',
  'several',
  'others',
  'few',
  'most',
  'one',
  'none',
  'any',
  'another',
  'other',
  'each',
]);

/** Items of the sentence-first kind, whose capital says nothing. */
function isFirst(o: Outline, s: OutlineSentences, i: number): boolean {
  if (i === 0 || s.of[i - 1] !== s.of[i] || o.quote[i - 1] !== -1) return true;
  // Nearly every item follows a word.
  const previous = o.entry[i - 1];
  if (previous?.kind !== tokenKind.mark) return false;
  const before = previous.lower;
  return (
    before === '“' || before === '"' || before === '‘' || before === ':' || before === '(' || before === '•'
  );
}

/** Whether most words of a sentence have capitals, as headlines print them: a capital then says nothing. */
function isHeadline(o: Outline, clause: Clause): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = clause.from; i < clause.to; i++) {
    const entry = o.entry[i];
    if (entry?.kind !== tokenKind.word) continue;
    words++;
    if (entry.capital) capitals++;
  }
  return capitals * 5 > words * 3;
}

/** Capitalised words that stand in the middle of sentences somewhere: names also where they begin one. */
function midSentenceCapitals(o: Outline, s: OutlineSentences): Set<string> {
  const seen = new Set<string>();
  for (let i = 1; i < o.length; i++) {
    if (o.capital[i] && !isFirst(o, s, i)) seen.add(o.lower[i] ?? '');
  }
  return seen;
}

/** Whether the word at `i`, which may be a verb or a noun (`report`), is a noun where it stands. */
function nounReading(o: Outline, s: OutlineSentences, tags: readonly Tag[], i: number): boolean {
  const same = i > 0 && s.of[i - 1] === s.of[i];
  const bits = o.bits[i] ?? 0;
  const word = o.lower[i] ?? '';
  const strength = cueStrength(bits);
  if (!same) return (bits & lex.ambiguous) !== 0;
  const before = tags[i - 1];
  const beforeWord = o.lower[i - 1] ?? '';
  if (before === 'D' && !DEMONSTRATIVE.has(beforeWord)) return true;
  if (before === 'A' || before === 'H') return true;
  if (before === 'I' && beforeWord !== 'to' && !word.endsWith('ing') && strength < 3) return true;
  if (!(bits & lex.ambiguous)) return false;
  const next = i + 1 < o.length && s.of[i + 1] === s.of[i] ? i + 1 : -1;
  const nextBits = next < 0 ? 0 : (o.bits[next] ?? 0);
  // “reports say”, “the report was”: a verb follows, so this is its subject.
  if (next >= 0 && (nextBits & NOUN_BEFORE_AUX || nextBits & lex.cue3) && o.lower[next] !== 'to') return true;
  // “the Republican debate”: a verb would agree with one subject (debates, debated).
  if (before === 'N' && !/(?:s|ed)$/.test(word) && !beforeWord.endsWith('s') && tags[i - 2] !== 'C') {
    return !UNCHANGED.has(word);
  }
  if (before !== undefined && 'PERXQN'.includes(before)) return false;
  if (beforeWord === 'to') return false;
  const plural = word.endsWith('s');
  if (before === 'W') {
    const beforeBits = o.bits[i - 1] ?? 0;
    const human = (beforeBits & (lex.speaker | lex.document)) !== 0;
    const pluralBefore = /[^s]s$/.test(beforeWord);
    // “a statement read.”
    const said = o.quote[s.list[s.of[i] ?? 0]?.from ?? i] !== -1;
    if ((human || said) && UNCHANGED.has(word) && (next < 0 || /^[.,:]$/.test(o.lower[next] ?? '')))
      return false;
    return plural ? !human || pluralBefore : !(human && pluralBefore);
  }
  if (before === ',' || before === '-' || before === '(') return !plural && !word.endsWith('ed');
  return true;
}

/** The tag of a word of an open class: as it is by itself, unless its neighbours make a noun of it. */
function openTag(o: Outline, s: OutlineSentences, tags: readonly Tag[], i: number, { open }: WordEntry): Tag {
  const verbal = (open === 'V' || open === 'G') && o.doc.language.code === 'en';
  return verbal && nounReading(o, s, tags, i) ? 'W' : open;
}

/**
 * Tags every item of the outline. A closed list of small words, the shapes of the rest, and a look at the
 * neighbours for words that are nouns as often as verbs.
 */
export function tag(o: Outline, s: OutlineSentences): Tag[] {
  const { capitalNouns } = o.doc.language;
  const seen = midSentenceCapitals(o, s);
  const headline = s.list.map((clause) => isHeadline(o, clause));
  const tags: Tag[] = [];
  for (let i = 0; i < o.length; i++) {
    const entry = o.entry[i];
    if (entry === undefined || o.quote[i] !== -1) {
      tags.push('Q');
      continue;
    }
    const { lower: word, bits, kind, closed } = entry;
    const same = i > 0 && s.of[i - 1] === s.of[i];
    const previous = same ? tags[i - 1] : undefined;
    if (kind === tokenKind.mark) {
      const possessive = (word === '’' || word === "'") && (o.lower[i - 1] ?? '').endsWith('s') && same;
      tags.push(possessive ? 'A' : entry.open);
      continue;
    }
    if (kind === tokenKind.number) {
      tags.push('W');
      continue;
    }
    if (word === "'s") {
      // After a pronoun it is “is”; after a noun it owns what follows, unless a verb or article does.
      const next = o.bits[i + 1] ?? 0;
      const verbal = previous === 'P' || previous === 'E' || (next & (lex.determiner | lex.adverb)) !== 0;
      tags.push(verbal ? 'X' : 'A');
      continue;
    }
    if (!entry.capital || word === 'i') {
      tags.push(closed ?? openTag(o, s, tags, i, entry));
      continue;
    }
    const first = isFirst(o, s, i);
    const small =
      closed !== null &&
      (first || (headline[s.of[i] ?? 0] === true && (word.length < 5 || (bits & lex.pronoun) !== 0)));
    if (!small) {
      const nextCapital = o.capital[i + 1] === true && s.of[i + 1] === s.of[i] && o.quote[i + 1] === -1;
      const nameLike = !first || seen.has(word) || nextCapital || (bits === 0 && followedByVerb(o, s, i));
      const verbFirst =
        (first && !seen.has(word) && (bits & anyCue) !== 0 && /(?:ing|ed)$/.test(word)) ||
        (first && !seen.has(word) && (bits & lex.inverting) !== 0);
      if (nameLike && !verbFirst) {
        tags.push(capitalNouns && bits & (lex.speaker | lex.document | lex.cueNoun | lex.time) ? 'W' : 'N');
        continue;
      }
    }
    tags.push(closed ?? openTag(o, s, tags, i, entry));
  }
  return tags;
}

function followedByVerb(o: Outline, s: OutlineSentences, i: number): boolean {
  if (s.of[i + 1] !== s.of[i]) return false;
  const bits = o.bits[i + 1] ?? 0;
  // “Ruiz: “…””
  if (o.lower[i + 1] === ':' && (o.quote[i + 2] ?? -1) !== -1) return true;
  return (bits & (lex.auxiliary | lex.cue3 | lex.cue2 | lex.verb)) !== 0 || o.lower[i + 1] === "'s";
}
