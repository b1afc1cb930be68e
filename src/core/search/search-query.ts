import { queryTokens } from './tokens.ts';

/** Tokens that must stand in a row. */
export interface Clause {
  readonly tokens: readonly string[];
  /** Words between “marks” are taken as they are: the last one is not the beginning of a longer word, and none has a typo. */
  readonly exact: boolean;
}

/** A query is read so far, in UTF-16 code units, and to so many parts. */
const LENGTH = 1_000;
const PARTS = 32;

/** A “phrase” between any of the usual marks, or a word. A mark that is not closed begins no phrase. */
const PART = /"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|「([^「」]+)」|\S+/gu;

/** What a reader's query asks for: every clause must be met. */
export function parseQuery(query: string): readonly Clause[] {
  const clauses = new Map<string, Clause>();
  for (const [part, ...phrases] of query.slice(0, LENGTH).matchAll(PART)) {
    const phrase = phrases.find((found) => found !== undefined);
    const clause: Clause = { tokens: queryTokens(phrase ?? part), exact: phrase !== undefined };
    if (clause.tokens.length > 0) clauses.set(`${clause.exact} ${clause.tokens.join(' ')}`, clause);
    if (clauses.size >= PARTS) break;
  }
  return [...clauses.values()];
}
