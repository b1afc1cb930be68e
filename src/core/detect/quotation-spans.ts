import type { Document } from './document.ts';
import type { Span } from '#core/text.ts';
import { isSpace } from './character.ts';
import { doublePairs, markStyle, type RawPair } from './double-marks.ts';
import { blockQuotations } from './block-quotations.ts';
import { dialogueSpans } from './dialogue.ts';
import { markOffsets, offsetsBelow } from './mark-offsets.ts';
import type { MarkedSpan } from './marks.ts';
import { transcriptSpans } from './transcript.ts';
import { singlePairs } from './single-marks.ts';

const NONE: readonly Span[] = [];
const ANY_OPENER = /^["“„«»‘'‚‹「『]/;
/** An unclosed quotation of fewer units than this is a stray mark. */
const SHORTEST_UNCLOSED = 20;

const whole = (pair: RawPair): boolean => pair.start >= 0 && pair.end >= 0;

/** Counts the whole pairs of one family that do not lie inside a whole pair of the other. */
function outermost(pairs: readonly RawPair[], others: readonly RawPair[]): number {
  let count = 0;
  let k = 0;
  for (const pair of pairs) {
    if (!whole(pair)) continue;
    let other = others[k];
    while (other !== undefined && (!whole(other) || other.end < pair.start)) other = others[++k];
    if (other === undefined || !(other.start < pair.start && other.end > pair.end)) count++;
  }
  return count;
}

/** The marks of one paragraph that has any, paired by family. */
interface PairedParagraph {
  readonly index: number;
  readonly singles: readonly number[];
  readonly doublePairs: readonly RawPair[];
  /** As if there were no double marks. */
  readonly singlePairs: readonly RawPair[];
}

/** Pairs the marks of every paragraph that has any, in order. Linear: one pass finds the marks. */
function pairedParagraphs({ text, paragraphs }: Document): PairedParagraph[] {
  const marks = markOffsets(text);
  const style = markStyle(text, paragraphs, marks.double);
  const out: PairedParagraph[] = [];
  let d = 0;
  let s = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const p = paragraphs[index];
    if (!p) continue;
    const doubles = offsetsBelow(marks.double, d, p.end);
    const singles = offsetsBelow(marks.single, s, p.end);
    d += doubles.length;
    s += singles.length;
    if (doubles.length === 0 && singles.length === 0) continue;
    out.push({
      index,
      singles,
      doublePairs: doublePairs(text, p.start, p.end, style, doubles),
      singlePairs: singlePairs(text, p.start, p.end, NONE, singles),
    });
  }
  return out;
}

/** Whether single marks are the text's first choice, as in British newspapers. */
function singlesLead(paired: readonly PairedParagraph[]): boolean {
  let doubles = 0;
  let singles = 0;
  for (const p of paired) {
    doubles += outermost(p.doublePairs, p.singlePairs);
    singles += outermost(p.singlePairs, p.doublePairs);
  }
  return singles > doubles;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Turns a pair, or half a pair, of one paragraph into a span; null when it is a stray mark. */
function complete(doc: Document, pair: RawPair, p: number, family: 'double' | 'single'): MarkedSpan | null {
  const { text, paragraphs } = doc;
  const paragraph = paragraphs[p];
  if (!paragraph || pair.start < 0) return null;
  const { start } = pair;
  if (whole(pair)) {
    if (pair.end - start <= 2 || text[start - 1] === '=') return null;
    return { start, end: pair.end, paragraph: p, closed: true, continues: false, family };
  }
  const end = trimmedEnd(text, start, pair.limit);
  const next = paragraphs[p + 1];
  const runsOut = pair.limit >= paragraph.end;
  const first = text[start] ?? '';
  const reopens = next !== undefined && text[next.start] === first && ANY_OPENER.test(first);
  if (runsOut && reopens) return { start, end, paragraph: p, closed: false, continues: true, family };
  if (end - start < SHORTEST_UNCLOSED || (family === 'single' && first !== '‘')) return null;
  const before = text.slice(Math.max(paragraph.start, start - 3), start).trimEnd();
  const introduced = start === paragraph.start || /[,:.!?”"]$/.test(before);
  return introduced ? { start, end, paragraph: p, closed: false, continues: false, family } : null;
}

/** Adds the spans of some pairs of a paragraph; of half pairs only when `partial`. */
function addSpans(
  doc: Document,
  pairs: readonly RawPair[],
  p: number,
  family: 'double' | 'single',
  partial: boolean,
  out: MarkedSpan[],
): void {
  for (const pair of pairs) {
    if (!partial && !whole(pair)) continue;
    const span = complete(doc, pair, p, family);
    if (span) out.push(span);
  }
}

/** The spans between the marks of one paragraph, sorted; some may lie inside others. */
function spansBetween(doc: Document, paired: PairedParagraph, british: boolean): MarkedSpan[] {
  const { index } = paired;
  const found: MarkedSpan[] = [];
  if (british) {
    addSpans(doc, paired.singlePairs, index, 'single', true, found);
    addSpans(doc, paired.doublePairs, index, 'double', true, found);
  } else {
    addSpans(doc, paired.doublePairs, index, 'double', true, found);
    if (paired.singles.length > 0) {
      const p = doc.paragraphs[index] ?? { start: 0, end: 0 };
      const singles =
        found.length === 0
          ? paired.singlePairs
          : singlePairs(doc.text, p.start, p.end, [...found], paired.singles);
      addSpans(doc, singles, index, 'single', false, found);
    }
  }
  return found.length > 1 ? found.sort((a, b) => a.start - b.start || b.end - a.end) : found;
}

/** A transcript's lines, dialogue after a dash and block quotations, sorted. */
function unmarkedSpans(doc: Document): MarkedSpan[] {
  const spans = [...transcriptSpans(doc), ...dialogueSpans(doc), ...blockQuotations(doc)];
  return spans.length > 1 ? spans.sort((a, b) => a.start - b.start) : spans;
}

/**
 * Every stretch between quotation marks, in document order, none inside another, each within one paragraph.
 * Handles the marks “ ” " „ ‟ « » 「 」 ‘ ’ ' ‚ ‹ ›, of which the text's own habit decides the leading family.
 */
export function markedSpans(doc: Document): MarkedSpan[] {
  const paired = pairedParagraphs(doc);
  const british = singlesLead(paired);
  // What stands apart without marks comes first: marks inside it are quotations within.
  const unmarked = unmarkedSpans(doc);
  const out: MarkedSpan[] = [];
  let last = -1;
  const add = (span: MarkedSpan): void => {
    if (span.start < last) return;
    out.push(span);
    last = span.end;
  };
  let k = 0;
  let line = unmarked[0];
  for (const p of paired) {
    for (; line !== undefined && line.paragraph < p.index; line = unmarked[++k]) add(line);
    if (line?.paragraph !== p.index) for (const span of spansBetween(doc, p, british)) add(span);
  }
  for (; line !== undefined; line = unmarked[++k]) add(line);
  return out;
}
