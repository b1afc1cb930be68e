/** A file of results: what stands before the first part, and each part under its heading of the second level. */
export interface Results {
  readonly introduction: string;
  /** In the order of the file. The body has no heading and no blank lines at its ends. */
  readonly sections: ReadonlyMap<string, string>;
}

const HEADING = /^## (.+)$/;

/** Reads a file of results. Lines that look like a heading inside a fenced block are none. */
export function readResults(text: string): Results {
  const sections = new Map<string, string>();
  const parts: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  let isFenced = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('```')) isFenced = !isFenced;
    const heading = isFenced ? undefined : HEADING.exec(line)?.[1];
    if (heading === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ heading: heading.trim(), lines: [] });
  }
  const bodyOf = (lines: readonly string[]): string => lines.join('\n').trim();
  for (const { heading, lines } of parts) if (heading !== null) sections.set(heading, bodyOf(lines));
  return { introduction: bodyOf(parts[0]?.lines ?? []), sections };
}

/**
 * Puts one part into a file of results: in place of what it said before, all others as they were.
 * @param order the headings as they are to follow each other; one that is not among them comes last
 */
export function withSection(
  results: Results,
  heading: string,
  body: string,
  order: readonly string[],
): Results {
  const sections = new Map(results.sections).set(heading, body.trim());
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return { ...results, sections: new Map([...sections].toSorted(([a], [b]) => rank(a) - rank(b))) };
}

/** The file's text. */
export function writeResults({ introduction, sections }: Results): string {
  const parts = [...sections].map(([heading, body]) => `## ${heading}\n\n${body}`);
  return `${[introduction, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}
