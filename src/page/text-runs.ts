import type { Span } from '#core/text.ts';
import type { TextVisitor } from './text-walk.ts';

/** A stretch of text that stands in the map as it stands in its text node, unit by unit (any space is a space). */
export interface TextRun {
  readonly node: Text;
  readonly nodeStart: number;
  readonly textStart: number;
  readonly length: number;
}

/** Collects normalised text while the page is walked. */
export interface TextCollector extends TextVisitor {
  /** UTF-16 units so far. */
  length(): number;
  /** Says where the text of the next word will start if nothing but it is still written. */
  nextStart(): number;
  /** The collected text and where it came from, in order. */
  finish(): { text: string; runs: TextRun[]; asides: Span[]; hidden: Element[] };
}

/**
 * Words with single spaces between them; longer spaces are where a run must end. Each unit matches in one way only. No more words than
 * an engine can hold open at once: what follows goes on as another run.
 */
const CHUNKS = /\S+(?:\s\S+){0,9999}/g;
const OTHER_SPACES = /[^\S ]/g;

/** Collects text with its spaces collapsed, blocks parted by "\n\n" and lines by "\n". */
export function collectText(): TextCollector {
  const parts: string[] = [];
  const runs: TextRun[] = [];
  const asides: Span[] = [];
  const hidden: Element[] = [];
  let depth = 0;
  let asideStart = 0;
  let length = 0;
  /** What must stand between the text so far and the next word. */
  let separator: '' | ' ' | '\n' | '\n\n' = '';
  const write = (piece: string): void => {
    parts.push(piece);
    length += piece.length;
  };
  return {
    text(node) {
      const { data } = node;
      let done = 0;
      for (const found of data.matchAll(CHUNKS)) {
        if (found.index > done && separator === '') separator = ' ';
        if (length > 0 && separator !== '') write(separator);
        separator = '';
        const chunk = found[0];
        runs.push({ node, nodeStart: found.index, textStart: length, length: chunk.length });
        write(chunk.replace(OTHER_SPACES, ' '));
        done = found.index + chunk.length;
      }
      if (done < data.length && separator === '') separator = ' ';
    },
    border() {
      separator = '\n\n';
    },
    lineBreak() {
      separator = separator === '\n' || separator === '\n\n' ? '\n\n' : '\n';
    },
    aside(begins) {
      if (begins && depth++ === 0) asideStart = length;
      if (!begins && --depth === 0 && length > asideStart) asides.push({ start: asideStart, end: length });
    },
    hidden: (element) => void hidden.push(element),
    length: () => length,
    nextStart: () => length + (length > 0 ? separator.length : 0),
    finish: () => ({ text: parts.join(''), runs, asides, hidden }),
  };
}
