import type { QuoteFacts } from './candidate.ts';
import type { CueSite } from './cue-site.ts';
import { together, type Syntax } from './syntax.ts';

const INNER = new Set(['after', 'before', 'when', 'while', 'although', 'though', 'because', 'since']);
/** Words that open a clause which only sets the scene: `After Lee said …, Park called it “…”`. */
const SCENE = new Set([
  'after',
  'before',
  'when',
  'while',
  'although',
  'though',
  'as',
  'since',
  'because',
  'if',
  'whereas',
  'until',
  'once',
  'even',
]);

/**
 * Whether the site's clause only sets the scene for a later one: it opens with such a word, or the sentence does
 * before its first comma, and a comma parts it from a later cue.
 */
export function setsScene(x: Syntax, q: QuoteFacts, site: CueSite, later: readonly CueSite[]): boolean {
  const k = site.phrase.from - 1;
  const first = x.s.list[q.sentence]?.from ?? 0;
  const own = together(x, k, site.from) && SCENE.has(x.o.lower[k] ?? '');
  const opening =
    SCENE.has(x.o.lower[first] ?? '') && site.from - first < 30 && !commaBetween(x, first, site.from);
  if (site.inverted || !(own || opening)) return false;
  return later.some((other) => {
    const before = x.tags[other.phrase.from - 1];
    return other.phrase.from > site.to && other.from < q.item && before === ',';
  });
}

function commaBetween(x: Syntax, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (x.tags[i] === ',') return true;
  return false;
}

/**
 * Where the clause begins that holds the quotation, when it opens with a scene word and has a cue of its own
 * (`Lee left after Park called it “…”`); cues left of it do not govern the quotation. Else -1.
 */
export function innerClause(x: Syntax, q: QuoteFacts, left: readonly CueSite[]): number {
  for (let n = left.length - 1; n >= 0; n--) {
    const site = left[n];
    if (!site || site.strength === 0 || site.inverted) continue;
    const k = site.phrase.from - 1;
    if (together(x, k, q.item) && INNER.has(x.o.lower[k] ?? ''))
      return commaBetween(x, site.to, q.item) ? -1 : k;
  }
  return -1;
}
