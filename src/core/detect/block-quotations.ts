import type { Document } from './document.ts';
import type { MarkedSpan } from './marks.ts';
import { holdersOf } from './same-words.ts';

const MARKS = /["“”„«»「」]/u;
/** A line of fewer tokens in a block names its source, or is a label. */
const FEWEST_TOKENS = 6;
const SIGNATURE = /^\s*[—–―-]/u;

/**
 * What the page sets as a block quotation without marks: whole paragraphs whose words stand nowhere in the running text.
 * Those whose words do are pull quotes, and say nothing new.
 */
export function blockQuotations(doc: Document): MarkedSpan[] {
  const blocks: number[] = [];
  doc.paragraphs.forEach((p, i) => {
    const line = doc.text.slice(p.start, p.end);
    if (p.role !== 'pullquote' || p.to - p.from < FEWEST_TOKENS) return;
    if (!MARKS.test(line) && !SIGNATURE.test(line)) blocks.push(i);
  });
  if (blocks.length === 0) return [];
  const spans = blocks.flatMap((i) => doc.paragraphs[i] ?? []);
  const running = doc.paragraphs.filter((p) => p.role !== 'pullquote');
  const repeated = holdersOf(doc.tokens, spans, running);
  return spans.flatMap((p, n) => {
    const paragraph = blocks[n];
    if (repeated[n] !== -1 || paragraph === undefined) return [];
    const { start, end } = p;
    return [{ start, end, paragraph, closed: true, continues: false, family: 'block' }];
  });
}
