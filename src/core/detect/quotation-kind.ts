import type { QuoteFacts } from './candidate.ts';
import { together, type Syntax } from './syntax.ts';

/** What goes on in the sentence of a quotation that is only part of what was said: `“sick of it” about the plan`. */
const GOES_ON = new Set(['I', 'S', 'C', 'A', 'W', 'G']);

/**
 * Whether all of what was said stands inside the marks (`direct`), or the sentence around them says part of it
 * (`mixed`: *said the plan was “a disaster”*). Judged by the punctuation on both sides and by how the words begin.
 */
export function kindOf(x: Syntax, q: QuoteFacts): 'direct' | 'mixed' {
  const family = x.o.quotes[q.index]?.family;
  if (family === 'label' || family === 'dash' || family === 'block') return 'direct';
  const after = together(x, q.item, q.item + 1) ? x.tags[q.item + 1] : undefined;
  if (q.ending === 'none' && after !== undefined && GOES_ON.has(after)) return 'mixed';
  if (q.direct || q.alone) return 'direct';
  const before = together(x, q.item - 1, q.item) ? x.tags[q.item - 1] : undefined;
  const setOff = before === ',' || before === ':';
  const stop = q.ending !== 'none' || after === ',' || after === '.' || after === undefined;
  return setOff && q.words > 3 && stop ? 'direct' : 'mixed';
}
