import { nearWords } from './near-words.ts';
import type { Pattern } from './pattern.ts';
import type { TextIndex } from './text-index.ts';

/** A word of the passage and the token of the page that it stands for. `value` = its weight, less for a near word. */
export interface Pair {
  readonly word: number;
  readonly token: number;
  readonly value: number;
}

/** What a word with a slip of the pen counts against the same word. */
const NEAR_VALUE = 0.85;
const LOST_WORD = 0.25;
const EXTRA_TOKEN = 0.07;
const REPLACED = 0.1;

const DIAGONAL = 1;
const LOST = 2;
const EXTRA = 3;

/**
 * The best alignment of a passage's words with the tokens around a diagonal: semi-global (the page goes on at both
 * ends), after Needleman and Wunsch, within a band, so linear in the passage for a given band.
 * @param diagonal token position at which word 0 would stand
 * @param band how far words may have shifted to either side, in tokens
 * @returns pairs in order; empty when nothing fits
 */
export function align(index: TextIndex, pattern: Pattern, diagonal: number, band: number): Pair[] {
  const { numbers, words, weights } = pattern;
  const { tokens } = index;
  const width = 2 * band + 1;
  const traces = new Uint8Array((words.length + 1) * width);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  // Column c of row i is token `diagonal + i - 1 - band + c`; the same column one row up is one token earlier.
  for (let i = 1; i <= words.length; i++) {
    const number = numbers[i - 1] ?? -1;
    const near = nearWords(index, words[i - 1] ?? '');
    const weight = weights[i - 1] ?? 0;
    const base = diagonal + i - 1 - band;
    for (let c = 0; c < width; c++) {
      const token = tokens[base + c];
      let best = -Infinity;
      let trace = LOST;
      if (token !== undefined) {
        const value = token === number ? weight : near.includes(token) ? weight * NEAR_VALUE : -REPLACED;
        best = (above[c] ?? 0) + value;
        trace = DIAGONAL;
      }
      const lost = (c + 1 < width ? (above[c + 1] ?? 0) : -Infinity) - LOST_WORD * weight;
      if (lost > best) {
        best = lost;
        trace = LOST;
      }
      const extra = c > 0 && token !== undefined ? (row[c - 1] ?? 0) - EXTRA_TOKEN : -Infinity;
      if (extra > best) {
        best = extra;
        trace = EXTRA;
      }
      row[c] = best;
      traces[i * width + c] = trace;
    }
    [above, row] = [row, above];
  }
  return traceBack(index, pattern, diagonal - 1 - band, width, traces, above);
}

function traceBack(
  index: TextIndex,
  pattern: Pattern,
  origin: number,
  width: number,
  traces: Uint8Array,
  last: Float64Array,
): Pair[] {
  let c = 0;
  for (let k = 1; k < width; k++) if ((last[k] ?? 0) > (last[c] ?? 0)) c = k;
  const pairs: Pair[] = [];
  let i = pattern.words.length;
  while (i > 0 && c >= 0 && c < width) {
    const trace = traces[i * width + c];
    if (trace === EXTRA) {
      c--;
      continue;
    }
    if (trace === DIAGONAL) {
      const token = origin + i + c;
      const number = index.tokens[token];
      const weight = pattern.weights[i - 1] ?? 0;
      if (number === pattern.numbers[i - 1]) pairs.push({ word: i - 1, token, value: weight });
      else if (number !== undefined && nearWords(index, pattern.words[i - 1] ?? '').includes(number))
        pairs.push({ word: i - 1, token, value: weight * NEAR_VALUE });
    } else c++;
    i--;
  }
  return pairs.reverse();
}
