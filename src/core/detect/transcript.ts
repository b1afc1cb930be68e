import { tokenKind, type Document, type Paragraph } from './document.ts';
import type { MarkedSpan } from './marks.ts';

/** A label is at most this many words: `SEN. ANA RUIZ (R-FLA.):` has its bracket besides. */
const MOST_WORDS = 5;
/** So many labelled paragraphs, with two who speak more than once, make a transcript. */
const FEWEST_LINES = 4;
/** A line of a transcript says at least so many words and marks. */
const FEWEST_SAID = 3;

interface Line {
  readonly paragraph: number;
  /** As printed, without brackets and roles. */
  readonly label: string;
  /** Offset of the first word after the colon. */
  readonly start: number;
  readonly end: number;
}

/** `Q.` and `A.` label lines as `Q:` and `A:` do. */
const ASKS = /^[QA]\.$/;

/** The label with its last word alone: who is `Ana Ruiz:` the first time is `Ruiz:` from then on. */
const shortLabel = (label: string): string => label.slice(label.lastIndexOf(' ')).toUpperCase();

/** Whether a label is all capitals, as in a stenographer's record: then one who speaks once is no heading. */
const inCapitals = (label: string): boolean => /\p{Lu}{3}/u.test(label) && label === label.toUpperCase();

/** The label of a paragraph that begins `NAME:` or `Q:`, else null. */
function labelled(doc: Document, p: Paragraph, index: number): Line | null {
  const { tokens } = doc;
  const first = tokens.word[p.from] ?? '';
  const said = tokens.start[p.from + 1];
  if (ASKS.test(first) && said !== undefined && p.to - p.from > FEWEST_SAID)
    return { paragraph: index, label: ` ${first.charAt(0)}`, start: said, end: p.end };
  const to = Math.min(p.to, p.from + 2 * MOST_WORDS + 2);
  // Most paragraphs have no colon so early, and need no closer look.
  let colon = p.from;
  while (colon < to && tokens.word[colon] !== ':') colon++;
  if (colon >= to) return null;
  let label = '';
  let bracket = false;
  // “ANA RUIZ, PORT AUTHORITY:”: what follows the comma is who that is.
  let role = false;
  for (let i = p.from; i < to; i++) {
    const word = tokens.word[i] ?? '';
    if (word === ':') {
      const start = tokens.start[i + 1];
      const touches = tokens.end[i - 1] === tokens.start[i];
      if (label === '' || start === undefined || i + 1 >= p.to || !touches) return null;
      // “Sanders: 46.” is a line of a table.
      if (p.to - i - 1 < FEWEST_SAID) return null;
      return { paragraph: index, label, start, end: p.end };
    }
    const mark = tokens.kind[i] === tokenKind.mark;
    if (word === '(' || word === '[') bracket = true;
    else if (word === ')' || word === ']') bracket = false;
    else if (word === ',' && label !== '') role = true;
    else if (role && mark && word !== '.') return null;
    else if (!bracket && !role) {
      if (mark ? word !== '.' : tokens.capital[i] !== true) return null;
      if (!mark) label += ` ${word}`;
      if (label.split(' ').length > MOST_WORDS + 1) return null;
    }
  }
  return null;
}

const OPENER = /^["“„«‘'‚‹「『]/;

/**
 * What is said in a transcript: each paragraph after its label, when the text has enough labelled paragraphs to be one
 * (an interview, a debate, questions and answers). Quotation marks around a whole answer are left to the marks.
 */
export function transcriptSpans(doc: Document): MarkedSpan[] {
  const lines: Line[] = [];
  const times = new Map<string, number>();
  doc.paragraphs.forEach((p, i) => {
    const line = labelled(doc, p, i);
    if (!line) return;
    lines.push(line);
    const short = shortLabel(line.label);
    times.set(short, (times.get(short) ?? 0) + 1);
  });
  // “Mayor Ruiz: …” in a title is a headline, unless the same label comes again.
  const first = lines[0];
  if (first?.paragraph === 0 && !lines.slice(1).some(({ label }) => label === first.label)) lines.shift();
  const speakers = [...times.values()].filter((n) => n > 1).length;
  if (lines.length < FEWEST_LINES || speakers < 2) return [];
  return lines
    .filter(
      (line) =>
        ((times.get(shortLabel(line.label)) ?? 0) > 1 || inCapitals(line.label)) &&
        !OPENER.test(doc.text.slice(line.start, line.start + 1)),
    )
    .map(({ paragraph, start, end }) => ({
      paragraph,
      start,
      end,
      closed: true,
      continues: false,
      family: 'label',
    }));
}
