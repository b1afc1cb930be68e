/** Beyond these a note is shown as it was typed. Far more than people write, far less than what would make a page wait. */
const mostUnits = 20_000;
const mostLines = 2_000;
/** Containers (quotes, lists) that one line may open. */
const mostNested = 16;
/** And containers within others that all lines may open: a list in a quote in a list on every line costs its parser milliseconds each. */
const mostInner = 800;
/** Characters that mean something to Markdown, in one block and in all: its parser takes their number squared. */
const mostMarksInBlock = 1_000;
const mostMarks = 4_000;

const marks = '*_[]<&\\`!';

/** How many quotes and lists a line opens: `> - 1. x` opens three. */
function nestingOf(line: string): number {
  let nested = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (sign === '>' || sign === '-' || sign === '+' || sign === '*' || sign === '.' || sign === ')')
      nested += 1;
    else if (sign !== ' ' && sign !== '\t' && (sign < '0' || sign > '9')) break;
  }
  return nested;
}

function countMarks(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if (marks.includes(line.charAt(at))) count += 1;
  return count;
}

/** A line of nothing but stars, hyphens or dots is a rule or somebody's flourish, and opens next to nothing. */
const isRule = (line: string): boolean => line.length < 200 && /^\s*([-*_.])(?:\s*\1)*\s*$/.test(line);

/**
 * Whether a note is too long or too intricate to be parsed while a reader waits. Linear in the note's length, of which it reads no
 * more than the most that is parsed.
 */
export function isBeyondParsing(note: string): boolean {
  if (note.length > mostUnits) return true;
  const lines = note.split('\n');
  if (lines.length > mostLines) return true;
  let [all, inBlock, inner] = [0, 0, 0];
  for (const line of lines) {
    if (line.trim() === '') inBlock = 0;
    const nested = nestingOf(line);
    if (nested > 1 && !isRule(line)) inner += nested - 1;
    if (inner > mostInner || (nested > mostNested && !isRule(line))) return true;
    const found = countMarks(line);
    inBlock += found;
    all += found;
    if (inBlock > mostMarksInBlock || all > mostMarks) return true;
  }
  return false;
}
