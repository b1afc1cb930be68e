import { readdirSync, readFileSync } from 'node:fs';
import { buildIndex } from '#core/anchor/text-index.ts';
import { describe as describePassage } from '#core/anchor/describe.ts';
import { match } from '#core/anchor/match.ts';
import { possiblePlace } from '#core/anchor/possible-place.ts';
import { texText } from '#core/citation/tex-text.ts';
import { detect } from '#core/detect/detect.ts';
import { csvText } from '#core/export/csv-text.ts';
import { htmlText } from '#core/export/html-text.ts';
import { markdownLine, markdownParagraphs } from '#core/export/markdown-text.ts';
import { parseTemplate } from '#core/export/template.ts';
import { unguarded } from '#core/import/csv-reader.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import { parseNote } from '#core/note/parse-note.ts';
import { foldText } from '#core/search/fold-text.ts';
import { matchSpans } from '#core/search/match-spans.ts';
import { parseQuery } from '#core/search/search-query.ts';
import { textDirective } from '#core/text-fragment.ts';
import { articleAddress, formerAddresses } from '#core/url.ts';
import { wordDifference } from '#core/word-difference.ts';
import { readFile } from '#tests/core/import/read-file.ts';

/** Something of core that is given words of a page, of a file or of the reader. */
export interface Subject {
  readonly name: string;
  readonly run: (text: string) => unknown;
  /** How long the longest text is that it takes in one go in honest use, in UTF-16 units: growth is measured up to there. */
  readonly most: number;
}

const middle = (text: string): { start: number; end: number } => {
  const start = Math.floor(text.length / 2);
  return { start, end: Math.min(text.length, start + 200) };
};

const names = new Set(['title', 'quote', 'note']);
const folder = 'tests/fixtures/import';

/** A file that a format reads, and where its first words of somebody stand: the hostile text is put there. */
export const importFiles = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

/** In JSON a text stands within a string, and is escaped; and it may stand there as it is. */
const inFile = ({ name, text }: { readonly name: string; readonly text: string }): Subject => {
  const at = text.indexOf('example-courier.com');
  const place = text.indexOf(',', Math.max(0, at));
  const [before, after] = [text.slice(0, place), text.slice(place)];
  return {
    name: `import ${name}`,
    // Many of the parts that a file is read in.
    most: 2_000_000,
    run: (words) => readFile(name, before + words + after, 65_536),
  };
};

/** All of core that reads what others have written. */
export const subjects: readonly Subject[] = [
  ...['en', 'de', 'fr'].map((language) => ({
    name: `detect ${language}`,
    most: 120_000,
    run: (text: string) => detect(text, { language }),
  })),
  { name: 'anchor: index', most: 400_000, run: (text) => buildIndex(text) },
  { name: 'anchor: describe', most: 400_000, run: (text) => describePassage(text, middle(text)) },
  {
    name: 'anchor: match where a word is another',
    most: 120_000,
    run: (text) => {
      const selectors = describePassage(text, middle(text));
      const { start } = middle(text);
      const changed = `Before. ${text.slice(0, start + 20)} another word ${text.slice(start + 40)}`;
      return match(selectors, buildIndex(changed));
    },
  },
  {
    name: 'anchor: match a long passage',
    most: 60_000,
    run: (text) => {
      const quarter = Math.floor(text.length / 4);
      const selectors = describePassage(text, { start: quarter, end: 2 * quarter });
      return match(selectors, buildIndex(`${text.slice(0, quarter + 9)} x ${text.slice(quarter + 30)}`));
    },
  },
  {
    name: 'anchor: a possible place',
    most: 120_000,
    run: (text) => possiblePlace(describePassage(text, middle(text)), buildIndex(text.slice(0, middle(text).start))),
  },
  ...importFiles.map(inFile),
  { name: 'address', most: 8_000, run: (text) => articleAddress(`https://a.example/${text}`, `https://a.example/b/${text}`) },
  { name: 'address, bare', most: 8_000, run: (text) => articleAddress(text, text) },
  { name: 'addresses of before', most: 8_000, run: (text) => formerAddresses(`https://a.example/?${text}`, `/${text}`) },
  { name: 'text fragment', most: 100_000, run: (text) => textDirective({ type: 'TextQuoteSelector', exact: text, prefix: text.slice(0, 99), suffix: '' }) },
  { name: 'note', most: 200_000, run: parseNote },
  { name: 'notes of two', most: 100_000, run: (text) => mergeNotes(text, text.slice(9)) },
  { name: 'Markdown line', most: 200_000, run: markdownLine },
  { name: 'Markdown paragraphs', most: 200_000, run: markdownParagraphs },
  { name: 'template', most: 100_000, run: (text) => parseTemplate(text, names) },
  { name: 'HTML', most: 400_000, run: htmlText },
  { name: 'TeX', most: 400_000, run: texText },
  { name: 'CSV', most: 400_000, run: (text) => csvText([['a', text], [text, '']]) },
  { name: 'CSV, guarded', most: 400_000, run: unguarded },
  { name: 'CSV, read', most: 400_000, run: (text) => readFile('r.csv', `Highlight,Title,Author,URL,Note,Location,Date\n${text}`, 65_536) },
  { name: 'query', most: 10_000, run: parseQuery },
  { name: 'folded', most: 400_000, run: foldText },
  { name: 'found in words', most: 100_000, run: (text) => matchSpans(text, text.slice(0, 60)) },
  { name: 'words that differ', most: 20_000, run: (text) => wordDifference(text, `${text.slice(20)} another`) },
]; // prettier-ignore
