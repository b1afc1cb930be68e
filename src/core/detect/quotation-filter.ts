import type { Candidate, QuoteFacts } from './candidate.ts';
import { isBlank, propertiesOf, property, startsWith } from './letter-properties.ts';
import { cueStrength, lex } from './lexicon.ts';
import { together, type Syntax } from './syntax.ts';

/** Words that titles leave in small letters, and the length of the longest. */
const SMALL = new Set(
  'a an and the of in on to for at by or with from is my & vs as de la le les des du et der die das und im am zu von für'.split(
    ' ',
  ),
);
const LONGEST_SMALL = 4;
const SPOKEN = /['’](?:re|m|ll|ve|s|d|t)\b|\b(?:I|We|You|They|It|He|She)\b/;
const TITLE_TAGS = new Set(['A', 'I', 'H']);
const SCARE = new Set([
  'so-called',
  'socalled',
  'dubbed',
  'nicknamed',
  'called',
  'known',
  'sogenannte',
  'sogenannten',
  'dit',
  'dite',
]);
const TELLS = new Set([
  'told',
  'tell',
  'tells',
  'telling',
  'joined',
  'hosts',
  'hosted',
  'watched',
  'watching',
]);
const KEEPS_TITLE = new Set(['of', 'on', 'in', 'for', 'from', 'at', 'with', 'about']);

/** A single German noun behind an article or a preposition is a name more often than speech, unless somebody surely said it. */
const ONE_NOUN = 5.5;

/** The words inside the marks. */
function inside(x: Syntax, q: QuoteFacts): string {
  const span = x.o.quotes[q.index];
  if (!span) return '';
  return x.o.doc.text
    .slice(span.start + 1, Math.min(span.end - (span.closed ? 1 : 0), span.start + 400))
    .trim();
}

/** Whether the letters of the word `[from, to)` make a small one. */
function isSmall(words: string, from: number, to: number): boolean {
  let letters = '';
  for (let at = from; at < to && letters.length <= LONGEST_SMALL; at++) {
    const letter = (propertiesOf(words.codePointAt(at) ?? 0) & property.letter) !== 0;
    if (letter || words[at] === '&') letters += words.charAt(at);
  }
  return SMALL.has(letters.toLowerCase());
}

/** Whether every word that counts has a capital: “The Art of War”. */
function titleCase(words: string): boolean {
  let counted = 0;
  for (let at = 0; at < words.length; at++) {
    if (isBlank(words.charCodeAt(at))) continue;
    const from = at;
    let bits = 0;
    while (at < words.length && !isBlank(words.charCodeAt(at))) {
      if ((bits & property.letter) === 0) bits = propertiesOf(words.codePointAt(at) ?? 0);
      at++;
    }
    if ((bits & property.letter) === 0) continue;
    // Most speech ends the search at its second word.
    if ((bits & property.upper) !== 0) counted += isSmall(words, from, at) ? 0 : 1;
    else if (!isSmall(words, from, at)) return false;
  }
  return counted > 0;
}

/** Whether the quotation stands in the article's title: a short first line with more below it. */
function inHeadline(x: Syntax, q: QuoteFacts): boolean {
  const p = x.o.quotes[q.index]?.paragraph ?? 0;
  const line = x.o.doc.paragraphs[p];
  return p === 0 && line !== undefined && line.end - line.start < 150 && x.o.doc.paragraphs.length > 1;
}

/** `“Rents are rising again,” by Ana Ruiz`: a title with its author, announced by nothing. */
function isByline(x: Syntax, q: QuoteFacts, best: Candidate | null): boolean {
  let k = q.item + 1;
  if (x.tags[k] === ',') k++;
  const author = x.phrases.startingAt.get(k + 1);
  if (!together(x, q.item, k + 1) || x.o.lower[k] !== 'by' || author?.kind !== 'name') return false;
  return q.ending === 'comma' && (best === null || best.score < 5);
}

/** How many items before the comma may say that a work is named: `in her memoir of the war, “…”`. */
const WORK_REACH = 8;

/** `his 2012 book, “An American Story,”`: a title that a comma adds to the noun it is the title of. */
function namesWork(x: Syntax, q: QuoteFacts): boolean {
  if (x.tags[q.item - 1] !== ',') return false;
  for (let k = q.item - 2; together(x, k, q.item) && q.item - k < WORK_REACH; k--) {
    const t = x.tags[k];
    if ((x.o.bits[k] ?? 0) & lex.work) return t === 'W' || t === 'N';
    if (t === 'V' || t === ',' || t === 'Q') return false;
  }
  return false;
}

/** Whether the marks stand where the subject of a verb does that announces the quotation before them. */
function namesWhoSaid(x: Syntax, q: QuoteFacts): boolean {
  let k = q.item - 1;
  if (together(x, k, q.item) && x.tags[k] === 'D') k--;
  if (!together(x, k, q.item) || x.tags[k] !== 'V') return false;
  return x.tags[k - 1] === 'Q' || (x.tags[k - 1] === ',' && x.tags[k - 2] === 'Q');
}

/** Whether a quotation is a paragraph of its own right after one that holds a quotation. */
function isTurn(x: Syntax, q: QuoteFacts): boolean {
  const { quotes, paragraph, doc } = x.o;
  const line = paragraph[q.item];
  const mine = quotes[q.index]?.paragraph ?? 0;
  const apart = paragraph[q.item - 1] !== line && paragraph[q.item + 1] !== line;
  return apart && quotes[q.index - 1]?.paragraph === mine - 1 && doc.paragraphs[mine]?.role === 'body';
}

/**
 * Whether the words between marks are speech (true), or the title of a work, a term or a scare word (false).
 * `best` is the best speaker found for them. The text before the marks decides most: *the film “…”* against
 * *said “…”*.
 */
export function isSpeech(x: Syntax, q: QuoteFacts, best: Candidate | null): boolean {
  const family = x.o.quotes[q.index]?.family;
  if (family === 'label' || family === 'dash' || family === 'block') return true;
  const score = best?.score ?? -9;
  const words = inside(x, q);
  const k = q.item - 1;
  const has = together(x, k, q.item);
  const tag = has ? x.tags[k] : undefined;
  const before = has ? (x.o.lower[k] ?? '') : '';
  const bits = has ? (x.o.bits[k] ?? 0) : 0;
  const { capitalNouns } = x.o.doc.language;
  if (isByline(x, q, best)) return false;
  if (inHeadline(x, q) && q.words > 1 && tag !== 'A') return true;
  const spoken = q.alone && SPOKEN.test(words) && /[.!?]$/.test(words);
  const isTitle = titleCase(words) && !spoken && !(capitalNouns && q.words === 1);
  // A paragraph that is one short quotation is somebody's turn: “When?”
  if (q.alone && isTurn(x, q) && /[.!?…]$/.test(words)) return true;
  // A nickname inside a name: Ana “Nita” Ruiz.
  const after = together(x, q.item, q.item + 1) ? x.tags[q.item + 1] : undefined;
  if (tag === 'N' && after === 'N' && q.words <= 2 && x.o.capital[q.item + 1]) return false;
  // German: a noun right before the marks names what they hold (die Organisation „…“).
  if (capitalNouns && (tag === 'N' || tag === 'W') && !(bits & lex.cueNoun) && q.words <= 8) {
    const begins = startsWith(words, property.upper);
    // „hatte ihm in der Anklage „Wut mit Ansage“ vorgeworfen“
    const named = bits & (lex.speaker | lex.document | lex.work);
    const closes = x.tags[q.item + 1] === 'V' && cueStrength(x.o.bits[q.item + 1] ?? 0) > 1;
    const closing = closes && !named && q.words >= 3 && !isTitle && score >= 5;
    if (begins && !closing && !/[.!?]$/.test(words)) return false;
  }
  if (capitalNouns && isTitle && q.words >= 2 && tag === 'D' && before !== 'als') return false;
  // „…“, schrieb die „Neue Zeit“; (kurz: „Fed“); die Stadt („Weiße Stadt“) …
  if (capitalNouns && isTitle && q.words >= 2 && tag === 'I' && !/[.!?]$/.test(words)) return false;
  if (capitalNouns && q.words === 1 && titleCase(words) && (tag === 'I' || tag === 'D') && score < ONE_NOUN)
    return false;
  if (capitalNouns && isTitle && q.words <= 5 && (tag === '(' || namesWhoSaid(x, q))) return false;
  if (!isTitle) {
    if (SCARE.has(before) && q.words <= 3 && score < 5) return false;
    if (q.words === 1) return score >= 1.5;
    return q.words > 3 || score >= 1.8;
  }
  if (tag === ',' && namesWork(x, q)) return false;
  if (before === 'as' || tag === ':') return score >= 1.5 || q.words > 1;
  if ((tag !== undefined && TITLE_TAGS.has(tag)) || bits & lex.work) {
    if (q.words >= 3 && /[,?!]$/.test(words) && score >= 9 && tag !== 'A' && tag !== 'I') return true;
    return tag === 'I' && score >= 5 && !KEEPS_TITLE.has(before);
  }
  // “told ‘Morning Talk’”: whom someone told, not what.
  if (TELLS.has(before)) return false;
  if (score >= 8 || (q.words === 1 && score >= 5)) return true;
  if (tag === 'V') return score >= 3;
  if (tag === 'D') return score >= 4.5;
  if (tag === 'W' || tag === ',' || tag === 'C') return score >= 5;
  if (tag === 'N' || tag === 'O') return score >= 1.5;
  if (q.ending === 'comma' && score >= 6) return true;
  return q.alone && /[.!?]$/.test(words) && score >= 1.5 && q.words >= 3;
}
