import type { Candidate, QuoteFacts } from './candidate.ts';
import { tokenKind } from './document.ts';
import { cueStrength, lex, lexiconOf } from './lexicon.ts';
import type { Syntax } from './syntax.ts';
import { weights } from './weights.ts';
import { wordSet } from './words.ts';

/** A speaker named inside the marks is so many words at most. */
const MOST_WORDS = 12;
/** Tokens of a quotation that are looked at. */
const REACH = 300;
const STOP = /^[,;.!?…»”"()–—]$/;

/** First token of the document at or after offset `at`, by bisection. */
function tokenAt(x: Syntax, at: number): number {
  const { start, length } = x.o.doc.tokens;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * French sets the announcement inside the marks: « Je pars, explique Ana Ruiz. Je ne reviendrai pas. » The speaker is
 * what follows a cue verb behind a comma, up to the next stop. For languages that tie pronouns to verbs.
 */
export function announcedInside(x: Syntax, q: QuoteFacts): Candidate | null {
  const { language, tokens, text } = x.o.doc;
  const span = x.o.quotes[q.index];
  if (!span || language.enclitics === '') return null;
  const words = lexiconOf(language);
  const bits = (t: number): number =>
    tokens.kind[t] === tokenKind.word ? (words.get(tokens.lower[t] ?? '') ?? 0) : 0;
  const enclitics = wordSet(language.enclitics);
  const first = tokenAt(x, span.start);
  for (
    let t = first + 1;
    t < Math.min(tokens.length, first + REACH) && (tokens.end[t] ?? 0) < span.end;
    t++
  ) {
    if (tokens.lower[t] !== ',') continue;
    let verb = t + 1;
    let subject = -1;
    // “a-t-il reconnu”, “s’indigne Ana Ruiz”, “a expliqué Ana Ruiz”
    if (bits(verb) & lex.objectPronoun) verb++;
    if (bits(verb) & lex.auxiliary) {
      verb++;
      if (enclitics.has(tokens.lower[verb] ?? '')) subject = verb++;
    }
    if (cueStrength(bits(verb)) < 2 || !(bits(verb) & lex.inverting)) continue;
    const place =
      subject >= 0 ? { from: subject, to: subject + 1 } : named(x, overAdverbs(x, verb + 1), span.end);
    if (!place) continue;
    const start = tokens.start[place.from] ?? 0;
    const end = tokens.end[place.to - 1] ?? start;
    if (end >= span.end || end <= start) continue;
    const pronoun = place.to === place.from + 1 && enclitics.has(text.slice(start, end).toLowerCase());
    const phrase = {
      from: q.item,
      to: q.item + 1,
      head: q.item,
      kind: pronoun ? ('pronoun' as const) : ('name' as const),
      voice: 2 as const,
    };
    return { phrase, place: { start, end }, cue: null, code: 'cue-inverted', score: weights.announcedInside };
  }
  return null;
}

/** French adverbs between the verb and its subject: “ironise aussitôt Ana Ruiz”, “répond sobrement le maire”. */
function overAdverbs(x: Syntax, from: number): number {
  const words = lexiconOf(x.o.doc.language);
  let t = from;
  while (t < from + 3) {
    const word = x.o.doc.tokens.lower[t] ?? '';
    if (!(/[a-zà-ÿ]{3}ment$/.test(word) || (words.get(word) ?? 0) & lex.adverb)) break;
    t++;
  }
  return t;
}

/** The tokens behind the verb up to the next stop: a name or a noun with its article, else nothing. */
function named(x: Syntax, from: number, limit: number): { from: number; to: number } | null {
  const { tokens } = x.o.doc;
  let to = from;
  while (to < tokens.length && to - from <= MOST_WORDS && (tokens.end[to] ?? 0) < limit) {
    if (STOP.test(tokens.lower[to] ?? '')) break;
    to++;
  }
  if (to === from || to - from > MOST_WORDS) return null;
  const words = lexiconOf(x.o.doc.language);
  const bits = words.get(tokens.lower[from] ?? '') ?? 0;
  const enclitic = wordSet(x.o.doc.language.enclitics).has(tokens.lower[from] ?? '');
  if (enclitic) return { from, to: from + 1 };
  return tokens.capital[from] === true || bits & (lex.determiner | lex.possessive) ? { from, to } : null;
}
