import type { Span } from '#core/text.ts';
import { isLetter, isSpace, isUpper } from './character.ts';

/** Whether the text is hard-wrapped: its lines break in the middle of sentences, and blank lines part its paragraphs. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  let broken = 0;
  let single = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || text.slice(line.end, next.start).split('\n').length > 2) continue;
    single++;
    const last = text.charCodeAt(line.end - 1);
    const first = text.charCodeAt(next.start);
    const long = line.end - line.start >= 40 && line.end - line.start <= 120;
    if (long && (isLetter(last) || last === 0x2c) && isLetter(first) && !isUpper(first)) broken++;
  }
  return broken >= 3 && broken * 3 > single;
}

function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) lines.push({ start, end });
    from = to + 1;
  }
  return lines;
}

/**
 * The paragraphs of a text, without the blanks around them, in order. A line is a paragraph; where lines
 * are wrapped by hand, a blank line parts them. Offsets are UTF-16 units of `text`.
 */
export function paragraphSpans(text: string): Span[] {
  const lines = lineSpans(text);
  if (!isWrapped(text, lines)) return lines;
  const out: Span[] = [];
  let start = -1;
  let end = -1;
  for (const line of lines) {
    if (start >= 0 && text.slice(end, line.start).split('\n').length > 2) {
      out.push({ start, end });
      start = -1;
    }
    if (start < 0) start = line.start;
    end = line.end;
  }
  if (start >= 0) out.push({ start, end });
  return out;
}
