import { frequencyWeight, PREFIX_WORTH, rarity, TYPO_WORTH } from '#core/search/rank.ts';
import type { Clause } from '#core/search/search-query.ts';
import { characterCount } from '#core/search/tokens.ts';
import type { FilterTerms } from '#core/search/search-filter.ts';
import {
  holdersOf,
  readPrefix,
  readTerm,
  readTypos,
  visitTerm,
  type IndexView,
  type TermPostings,
} from './index-terms.ts';

/** A word that fewer texts hold is looked for with a typo too. */
const RARE = 3;

/** What matched: for each document how many conditions it met, and its score. */
export interface Matches {
  readonly met: Uint8Array;
  readonly scores: Float32Array;
  /** How many conditions there are: a document that met all is found. */
  readonly conditions: number;
}

interface Averages {
  readonly documents: number;
  readonly tokens: number;
}

/**
 * Finds the documents that meet every clause and every filter. `size` is above every document's number. Each condition only looks at
 * those that met all before it, so the work is linear in the postings read.
 */
export async function matchIndex(
  view: IndexView,
  clauses: readonly Clause[],
  filter: FilterTerms,
  size: number,
): Promise<Matches> {
  const matches = { met: new Uint8Array(size), scores: new Float32Array(size), conditions: 0 };
  const state = await view.transaction.objectStore('indexState').get('index');
  for (const group of filter.groups) {
    const read = await Promise.all(group.map((term) => readTerm(view, term)));
    for (const postings of read) visitTerm(view, postings, false, (document) => meet(matches, document, 0));
    matches.conditions++;
  }
  for (const { tokens, exact } of clauses) {
    const choices = await Promise.all(
      tokens.map((token, i) => choicesFor(view, token, exact, i === tokens.length - 1)),
    );
    const averages = { documents: state?.documents ?? 0, tokens: state?.tokens ?? 0 };
    if (tokens.length === 1) meetWord(view, matches, choices[0] ?? [], averages);
    else meetPhrase(view, matches, choices, averages);
    matches.conditions++;
  }
  for (const term of filter.without) {
    visitTerm(view, await readTerm(view, term), false, (document) => (matches.met[document] = 255));
  }
  return matches;
}

/** A document meets the present condition, if it met all before. One that met it already is left: the better choice came first. */
function meet(matches: Matches, document: number, score: number): void {
  if (matches.met[document] !== matches.conditions) return;
  matches.met[document] = matches.conditions + 1;
  matches.scores[document] = (matches.scores[document] ?? 0) + score;
}

interface Choice {
  readonly postings: TermPostings;
  readonly worth: number;
  /** How many texts hold it: counted once, since that reads all of its postings. */
  readonly holders: number;
}

/** The terms that a token may stand for, the token itself first. */
async function choicesFor(
  view: IndexView,
  token: string,
  exact: boolean,
  isLast: boolean,
): Promise<readonly Choice[]> {
  const choiceOf = (postings: TermPostings, worth: number): Choice => ({
    postings,
    worth,
    holders: holdersOf(view, postings),
  });
  const itself = choiceOf(await readTerm(view, token), 1);
  if (exact && !isOneCharacter(token)) return [itself];
  const longer = isLast ? await readPrefix(view, token) : [];
  const choices = [itself, ...longer.map((postings) => choiceOf(postings, PREFIX_WORTH))];
  if (exact || choices.reduce((sum, { holders }) => sum + holders, 0) >= RARE) return choices;
  const near = await readTypos(view, token);
  return [...choices, ...near.map((postings) => choiceOf(postings, TYPO_WORTH))];
}

/** A single character of a script without spaces stands in the index as the beginning of a pair, in a “phrase” too. */
function isOneCharacter(token: string): boolean {
  return characterCount(token) === 1 && /\p{Lo}/u.test(token);
}

function meetWord(view: IndexView, matches: Matches, choices: readonly Choice[], all: Averages): void {
  const average = all.tokens / Math.max(1, all.documents);
  // One rarity for all that the word may stand for: a longer word is no better a match because few texts hold it.
  const holders = choices.reduce((sum, { holders }) => sum + holders, 0);
  const rare = rarity(all.documents, holders);
  for (const { postings, worth } of choices) {
    visitTerm(view, postings, false, (document, size, count) =>
      meet(matches, document, rare * worth * frequencyWeight(count, size, average)),
    );
  }
}

/** Tokens in a row. The places where a row may go on are kept for each document and narrowed with each token. */
function meetPhrase(
  view: IndexView,
  matches: Matches,
  tokens: readonly (readonly Choice[])[],
  all: Averages,
): void {
  const average = all.tokens / Math.max(1, all.documents);
  let rows: Map<number, ReadonlySet<number>> | null = null;
  let score = 0;
  const sizes = new Map<number, number>();
  for (const choices of tokens) {
    const next = new Map<number, Set<number>>();
    let holders = 0;
    for (const { postings } of choices) {
      visitTerm(view, postings, true, (document, size, _count, positions) => {
        holders++;
        if (matches.met[document] !== matches.conditions) return;
        const places: ReadonlySet<number> | undefined = rows?.get(document);
        if (rows !== null && places === undefined) return;
        const fits = (positions ?? []).filter((position) => places === undefined || places.has(position));
        if (fits.length === 0) return;
        sizes.set(document, size);
        const following = next.get(document) ?? new Set<number>();
        for (const position of fits) following.add(position + 1);
        next.set(document, following);
      });
    }
    rows = next;
    score += rarity(all.documents, holders);
  }
  for (const [document, places] of rows ?? []) {
    meet(matches, document, score * frequencyWeight(places.size, sizes.get(document) ?? 0, average));
  }
}
