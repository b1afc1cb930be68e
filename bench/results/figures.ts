/**
 * Figures: a table or a sentence that the results and the README have in common, word for word, between two comments:
 * `<!-- figures: NAME -->` and `<!-- /figures -->`. A part of the bench writes it into the results, `npm run readme:figures` copies it
 * into the README, and a test compares the two.
 */
const FIGURES = /<!-- figures: ([\w-]+) -->\n([\s\S]*?)\n<!-- \/figures -->/g;

/** What the README is to show under this name. */
export const asFigures = (name: string, markdown: string): string =>
  `<!-- figures: ${name} -->\n\n${markdown.trim()}\n\n<!-- /figures -->`;

/** All figures of a text, by name. */
export function figuresIn(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(FIGURES)].map(([, name = '', markdown = '']) => [name, markdown.trim()]));
}

/** A text in which each name's figures are these; those that are not given stay as they are. */
export function withFigures(text: string, figures: ReadonlyMap<string, string>): string {
  return text.replace(FIGURES, (whole: string, name: string) => {
    const markdown = figures.get(name);
    return markdown === undefined ? whole : asFigures(name, markdown);
  });
}
