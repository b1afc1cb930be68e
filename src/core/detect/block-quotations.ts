import type { Document } from './document.ts';
import type { MarkedSpan } from './marks.ts';
import { holdersOf } from './same-words.ts';

const MARKS = /["“”„«»「」]/u;
/** A line of fewer tokens in a block names its source, or is a label. */
const FEWEST_TOKENS = 6;
const SIGNATURE = /^\s*[—–―-]/u;
/** A short line beside a quotation that ends like no sentence says whose it is: "Ada Okonkwo, head of the harbour office". */
const SENTENCE_END = /[.!?…:;。！？]["'”’»)]*\s*$/u;
const MOST_SOURCE_TOKENS = 14;

/**
 * What the page sets as a block quotation without marks: whole paragraphs whose words stand nowhere in the running text.
 * Those whose words do are pull quotes, and say nothing new.
 */
export function blockQuotations(doc: Document): MarkedSpan[] {
  const blocks: number[] = [];
  doc.paragraphs.forEach((p, i) => {
    const length = p.to - p.from;
    if (p.role !== 'pullquote' || length < FEWEST_TOKENS) return;
    const line = doc.text.slice(p.start, p.end);
    const besideAnother =
      doc.paragraphs[i - 1]?.role === 'pullquote' || doc.paragraphs[i + 1]?.role === 'pullquote';
    if (besideAnother && length <= MOST_SOURCE_TOKENS && !SENTENCE_END.test(line)) return;
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
