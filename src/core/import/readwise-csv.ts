import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takePassage } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/** What Readwise takes in (`Highlight,Title,Author,URL,Note,Location,Date`) and what it gives out (`Highlight,Book Title,…`). */
export const readwiseCsv: Importer = {
  id: 'readwise',
  label: 'importReadwise',
  detects: (_name, head) => hasColumns(head, 'highlight', ['title', 'book title']),
  begin: (now) =>
    csvReader(['highlight'], (row, into) => {
      const { line } = row;
      const { note, dotted } = splitNote(unguarded(row.get('note')));
      const tags = row.get('tags').split(',');
      takePassage(
        {
          format: 'readwise',
          line,
          address: row.get('url') || row.get('source url') || row.get('source_url'),
          addressField: row.has('url') ? 'URL' : 'Source URL',
          wordsField: 'Highlight',
          title: unguarded(row.get('title') || row.get('book title')),
          byline: unguarded(row.get('author') || row.get('book author')),
          exact: unguarded(row.get('highlight')),
          note,
          tags: [...dotted, ...tags],
          created: row.get('date') || row.get('highlighted at'),
          createdField: row.has('date') ? 'Date' : 'Highlighted at',
        },
        now,
        into,
      );
    }),
};

/** In Readwise a note's first line may be tags: words behind dots. */
function splitNote(note: string): { readonly note: string; readonly dotted: readonly string[] } {
  const [first = '', ...rest] = note.split('\n');
  const words = first.trim().split(/\s+/);
  if (!words.every((word) => /^\.[^.\s]/.test(word))) return { note, dotted: [] };
  return { note: rest.join('\n'), dotted: words.map((word) => word.slice(1)) };
}
