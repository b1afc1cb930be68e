import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takeArticle, takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { characters, plainWords } from './plain-words.ts';

/** Diigo's CSV: `title,url,tags,description,comments,annotations,created_at`, one row a bookmark with all that was highlighted in it. */
export const diigo: Importer = {
  id: 'diigo',
  label: 'importDiigo',
  detects: (_name, head) => hasColumns(head, 'title', 'url', 'tags', 'comments', 'annotations'),
  begin: (now) =>
    csvReader(['url', 'annotations'], (row, into) => {
      const about = {
        format: 'diigo',
        line: row.line,
        address: row.get('url'),
        addressField: 'url',
        title: characters(unguarded(row.get('title'))),
        created: row.get('created_at'),
        createdField: 'created_at',
      };
      const highlights = highlightsOf(unguarded(row.get('annotations')));
      const tags = tagsOf(row.get('tags'));
      for (const { exact, note } of highlights) {
        takePassage({ ...about, wordsField: 'annotations', exact, note, tags }, now, into);
      }
      if (highlights.length === 0) {
        if (takeArticle(about, now, into, true) === null) return;
        if (tags.length > 0) tell(into, 'no-place', row.line, 'tags', 'field');
      }
      for (const column of ['description', 'comments']) {
        if (row.get(column).trim() !== '') tell(into, 'no-place', row.line, column, 'field');
      }
    }),
};

/** `Highlight: words` on lines of their own, each with the lines that go on with it; `Comment: …` belongs to the one before. */
function highlightsOf(text: string): readonly { readonly exact: string; readonly note: string }[] {
  const found: { exact: string; note: string }[] = [];
  let isNote = false;
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', words = ''] = /^\s*(highlight|comment|sticky note)s?:\s?(.*)$/i.exec(line) ?? [];
    const last = found.at(-1);
    if (name.toLowerCase() === 'highlight') {
      found.push({ exact: words, note: '' });
      isNote = false;
    } else if (last !== undefined) {
      const more = name === '' ? line : words;
      isNote ||= name !== '';
      if (isNote) last.note = last.note === '' ? more : `${last.note}\n${more}`;
      else last.exact += `\n${more}`;
    } else if (line.trim() !== '') found.push({ exact: line, note: '' });
  }
  // What was highlighted is kept as HTML, tags and all.
  return found.map(({ exact, note }) => ({ exact: characters(plainWords(exact)).trim(), note: note.trim() }));
}

/** Tags stand between commas or spaces; one with spaces in quotation marks. */
function tagsOf(text: string): readonly string[] {
  const words = text.match(/"[^"]*"|[^\s,"]+/g) ?? [];
  return words.map((word) => word.replaceAll('"', '')).filter((word) => word !== '' && word !== 'no_tag');
}
