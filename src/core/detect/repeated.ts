import type { QuoteFacts } from './candidate.ts';
import { holdersOf } from './same-words.ts';
import type { Syntax } from './syntax.ts';

/** Blocks that repeat what the running text says. */
const REPEATING = new Set(['heading', 'caption', 'pullquote']);

function fillsParagraph(x: Syntax, index: number): boolean {
  const item = x.o.itemOf[index] ?? 0;
  const line = x.o.paragraph[item];
  return x.o.paragraph[item - 1] !== line && x.o.paragraph[item + 1] !== line;
}

function roleOf(x: Syntax, index: number): string {
  return x.o.doc.paragraphs[x.o.quotes[index]?.paragraph ?? -1]?.role ?? 'body';
}

/**
 * For each quotation that stands apart (in a title, a heading, a caption, a pull quote, or as a paragraph of its own) the
 * quotation of the running text that holds the same words, or -1. Linear.
 */
export function repeatedQuotations(x: Syntax): number[] {
  const { doc, quotes } = x.o;
  const out = quotes.map(() => -1);
  const apart: number[] = [];
  const running: number[] = [];
  quotes.forEach((span, index) => {
    const role = roleOf(x, index);
    const stands = role === 'title' || REPEATING.has(role) || fillsParagraph(x, index);
    (stands && span.family !== 'label' && span.family !== 'block' ? apart : running).push(index);
  });
  if (apart.length === 0) return out;
  const spans = (list: readonly number[]) => list.flatMap((i) => quotes[i] ?? []);
  holdersOf(doc.tokens, spans(apart), spans(running)).forEach((holder, i) => {
    const index = apart[i];
    if (index !== undefined && holder >= 0) out[index] = running[holder] ?? -1;
  });
  return out;
}

/** Whether a quotation that is repeated from the running text is there only for show: a subheading, a pull quote. */
export function isForShow(x: Syntax, q: QuoteFacts): boolean {
  const role = roleOf(x, q.index);
  if (role === 'title') return false;
  if (REPEATING.has(role)) return true;
  const family = x.o.quotes[q.index]?.family;
  return family === 'single';
}
