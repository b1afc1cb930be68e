import type { Document, Paragraph } from './document.ts';
import type { Span } from '#core/text.ts';
import { isSpace } from './character.ts';
import { doublePairs, markStyle, type MarkStyle, type RawPair } from './double-marks.ts';
import { blockQuotations } from './block-quotations.ts';
import { dialogueSpans } from './dialogue.ts';
import type { MarkedSpan } from './marks.ts';
import { transcriptSpans } from './transcript.ts';
import { singlePairs } from './single-marks.ts';

const NONE: readonly Span[] = [];
const ANY_OPENER = /^["“„«»‘'‚‹「『]/;
/** An unclosed quotation of fewer units than this is a stray mark. */
const SHORTEST_UNCLOSED = 20;

const whole = (pair: RawPair): boolean => pair.start >= 0 && pair.end >= 0;

/** Counts the pairs of one family that do not lie inside a pair of the other. */
function outermost(pairs: readonly RawPair[], others: readonly RawPair[]): number {
  let count = 0;
  let k = 0;
  for (const pair of pairs) {
    let other = others[k];
    while (other !== undefined && other.end < pair.start) other = others[++k];
    if (other === undefined || !(other.start < pair.start && other.end > pair.end)) count++;
  }
  return count;
}

/** Whether single marks are the text's first choice, as in British newspapers. */
function singlesLead(text: string, paragraphs: readonly Paragraph[], style: MarkStyle): boolean {
  if (!/['‘’‚‹]/.test(text)) return false;
  let doubles = 0;
  let singles = 0;
  for (const p of paragraphs) {
    const d = doublePairs(text, p.start, p.end, style).filter(whole);
    const s = singlePairs(text, p.start, p.end, NONE).filter(whole);
    doubles += outermost(d, s);
    singles += outermost(s, d);
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
  if (!paragraph) return null;
  if (whole(pair)) {
    if (pair.end - pair.start <= 2 || text[pair.start - 1] === '=') return null;
    return { ...pair, paragraph: p, closed: true, opened: true, continues: false, family };
  }
  if (pair.start < 0) return null;
  const end = trimmedEnd(text, pair.start, pair.limit);
  const next = paragraphs[p + 1];
  const runsOut = pair.limit >= paragraph.end;
  const first = text[pair.start] ?? '';
  const reopens = next !== undefined && text[next.start] === first && ANY_OPENER.test(first);
  if (runsOut && reopens) {
    return { start: pair.start, end, paragraph: p, closed: false, opened: true, continues: true, family };
  }
  if (end - pair.start < SHORTEST_UNCLOSED || (family === 'single' && first !== '‘')) return null;
  const before = text.slice(Math.max(paragraph.start, pair.start - 3), pair.start).trimEnd();
  const introduced = pair.start === paragraph.start || /[,:.!?”"]$/.test(before);
  if (!introduced) return null;
  return { start: pair.start, end, paragraph: p, closed: false, opened: true, continues: false, family };
}

/**
 * Every stretch between quotation marks, in document order, none inside another, each within one paragraph.
 * Handles the marks “ ” " „ ‟ « » 「 」 ‘ ’ ' ‚ ‹ ›, of which the text's own habit decides the leading family.
 */
export function markedSpans(doc: Document): MarkedSpan[] {
  const { text, paragraphs } = doc;
  const style = markStyle(text, paragraphs);
  const british = singlesLead(text, paragraphs, style);
  const out: MarkedSpan[] = [];
  // A transcript's lines and dialogue after a dash come first: marks inside them are quotations within.
  const lines = [...transcriptSpans(doc), ...dialogueSpans(doc), ...blockQuotations(doc)].sort(
    (a, b) => a.start - b.start,
  );
  const said = new Map<number, MarkedSpan[]>();
  for (const line of lines) {
    const known = said.get(line.paragraph);
    if (known) known.push(line);
    else said.set(line.paragraph, [line]);
  }
  paragraphs.forEach((p, i) => {
    const unmarked = said.get(i);
    if (unmarked) {
      let end = p.start;
      for (const line of unmarked) {
        if (line.start < end) continue;
        out.push(line);
        end = line.end;
      }
      return;
    }
    const found: MarkedSpan[] = [];
    const collect = (
      pairs: readonly RawPair[],
      family: 'double' | 'single',
      partial: boolean,
    ): MarkedSpan[] => {
      const spans: MarkedSpan[] = [];
      for (const pair of pairs) {
        if (!partial && !whole(pair)) continue;
        const span = complete(doc, pair, i, family);
        if (span) spans.push(span);
      }
      return spans;
    };
    if (british) {
      const lead = collect(singlePairs(text, p.start, p.end, NONE), 'single', true);
      found.push(...lead, ...collect(doublePairs(text, p.start, p.end, style), 'double', true));
    } else {
      const lead = collect(doublePairs(text, p.start, p.end, style), 'double', true);
      found.push(...lead, ...collect(singlePairs(text, p.start, p.end, lead), 'single', false));
    }
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let last = -1;
    for (const span of found) {
      if (span.start < last) continue;
      out.push(span);
      last = span.end;
    }
  });
  return out;
}
