/** A thematic break of Markdown on a paragraph of its own: it separates in any language. */
const SEPARATOR = '\n\n---\n\n';

/**
 * Both of two notes that were written at the same time, `mine` first, with a rule between them. A part of `theirs` that
 * `mine` begins with or holds as whole lines is not repeated, so that saving again while one types adds nothing. Every
 * part of both notes stands in the answer, which never is longer than both and a rule.
 */
export function mergeNotes(mine: string, theirs: string): string {
  if (covers(mine, theirs)) return mine;
  if (covers(theirs, mine)) return theirs;
  const missing = theirs.split(SEPARATOR).filter((part) => !covers(mine, part));
  return missing.length === 0 ? mine : [mine, ...missing].join(SEPARATOR);
}

/** Whether `now` is `mine` and something else besides that somebody has written at the same time. An empty note holds nothing to be beside. */
export function hasBeenJoined(mine: string, now: string): boolean {
  return mine.trim() !== '' && now.trim() !== mine.trim() && mergeNotes(now, mine) === now;
}

/** A note of which one place's writing is taken back: `before` stands in place of `mine`, and what others wrote beside it stays. */
export function withoutWriting(now: string, mine: string, before: string): string {
  if (now === mine) return before;
  const others = now.split(SEPARATOR).filter((part) => !covers(mine, part) && !covers(before, part));
  return [before, ...others].filter((part) => part.trim() !== '').join(SEPARATOR);
}

/** Whether `text` has all of `part`: as its beginning, or between line breaks. Spaces around it do not count. */
function covers(text: string, part: string): boolean {
  const wanted = part.trim();
  const lines = `\n${text}\n`;
  return (
    text.trimStart().startsWith(wanted) || lines.includes(`\n${wanted}\n`) || lines.includes(`\n${part}\n`)
  );
}
