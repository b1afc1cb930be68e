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

/** Whether `text` has all of `part`: as its beginning, or between line breaks. Spaces around it do not count. */
function covers(text: string, part: string): boolean {
  const wanted = part.trim();
  const lines = `\n${text}\n`;
  return (
    text.trimStart().startsWith(wanted) || lines.includes(`\n${wanted}\n`) || lines.includes(`\n${part}\n`)
  );
}
