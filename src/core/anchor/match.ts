import { wholeCharacters } from '#core/export/unicode.ts';
import { finish, type Steps } from '#core/steps.ts';
import type { Span } from '#core/text.ts';
import { isAcceptable, isRival } from './accept.ts';
import { candidatesInSteps, exactCandidate, type Candidate } from './candidate.ts';
import { spanOfCandidate } from './edges.ts';
import { findRuns } from './exact-runs.ts';
import { readPattern, type Pattern } from './pattern.ts';
import { hasSameWording } from './same-wording.ts';
import type { Selector } from './selector.ts';
import type { TextIndex } from './text-index.ts';

/**
 * How a saved passage was found. `exact`: the same wording; `changed`: here, but in other words; `not-found`: nowhere
 * that we can be sure of. `span` is null only when it was not found. `confidence`: 0 to 1.
 */
export interface Match {
  readonly outcome: 'exact' | 'changed' | 'not-found';
  readonly span: Span | null;
  readonly confidence: number;
}

const NOT_FOUND: Match = { outcome: 'not-found', span: null, confidence: 0 };
/** With less saved text around it, in UTF-16 units, an unchanged place proves little. */
const LEAST_CONTEXT = 40;
const MOST_RUNS_JUDGED = 200;

/**
 * Finds a saved passage in a text. Needs a TextQuoteSelector; the others make it surer. A place that is not clearly
 * the passage is never given: short or repeated words need their context, and a place that fits another occurrence
 * better is refused. Never throws.
 */
export const match = (selectors: readonly Selector[], index: TextIndex): Match =>
  finish(findPassage(selectors, index));

function* findPassage(given: readonly Selector[], index: TextIndex): Steps<Match> {
  const selectors = given.map(wholeSelector);
  const same = whereItWas(selectors, index.text);
  if (same) return { outcome: 'exact', span: same, confidence: 1 };
  const pattern = readPattern(selectors, index);
  if (!pattern) return NOT_FOUND;
  const runs = findRuns(index, pattern.numbers);
  const run = bestOf(
    index,
    pattern,
    runs.slice(0, MOST_RUNS_JUDGED).map((first) => exactCandidate(index, pattern, first)),
  );
  if (run && isAcceptable(pattern, run, runs.length)) return found(index, pattern, run);
  const changed = bestOf(index, pattern, yield* candidatesInSteps(index, pattern));
  if (changed && isAcceptable(pattern, changed, runs.length)) return found(index, pattern, changed);
  return NOT_FOUND;
}

/** A selector in the characters that the index has: those that a message can carry. */
function wholeSelector(selector: Selector): Selector {
  if (selector.type !== 'TextQuoteSelector') return selector;
  const { type, exact, prefix, suffix } = selector;
  return {
    type,
    exact: wholeCharacters(exact),
    prefix: wholeCharacters(prefix),
    suffix: wholeCharacters(suffix),
  };
}

/** The saved offsets, when all that was saved of the text still stands there, unit by unit. The common case. */
function whereItWas(selectors: readonly Selector[], text: string): Span | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  if (!quote || !position || quote.prefix.length + quote.suffix.length < LEAST_CONTEXT) return null;
  const { start, end } = position;
  const from = start - quote.prefix.length;
  const found = text.slice(Math.max(0, from), end + quote.suffix.length);
  return from >= 0 && found === quote.prefix + quote.exact + quote.suffix ? { start, end } : null;
}

/** Finds many passages in one text, in order; each is some steps when its words have changed. */
export function* matchInSteps(lists: readonly (readonly Selector[])[], index: TextIndex): Steps<Match[]> {
  const matches: Match[] = [];
  for (const selectors of lists) {
    matches.push(yield* findPassage(selectors, index));
    yield;
  }
  return matches;
}

/** The same in one go. */
export const matchAll = (lists: readonly (readonly Selector[])[], index: TextIndex): Match[] =>
  finish(matchInSteps(lists, index));

function bestOf(index: TextIndex, pattern: Pattern, candidates: readonly Candidate[]): Candidate | null {
  const ranked = candidates.toSorted((a, b) => b.score - a.score);
  return ranked.find((candidate) => !isRival(index, pattern, candidate)) ?? null;
}

function found(index: TextIndex, pattern: Pattern, candidate: Candidate): Match {
  const span = spanOfCandidate(index, pattern, candidate);
  const same = candidate.kept === 1 && hasSameWording(pattern.exact, index.text.slice(span.start, span.end));
  const confidence = candidate.kept * (0.6 + 0.4 * candidate.context);
  return { outcome: same ? 'exact' : 'changed', span, confidence: Math.round(confidence * 1000) / 1000 };
}
