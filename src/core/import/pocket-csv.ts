import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takeArticle, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/** Pocket's CSV: `title,url,time_added,tags,status`; for some weeks of 2025 with its own `cursor`, which says nothing of the article. */
export const pocketCsv: Importer = {
  id: 'pocket-csv',
  label: 'importPocket',
  detects: (_name, head) => hasColumns(head, 'title', 'url', 'time_added'),
  begin: (now) =>
    csvReader(['url', 'time_added'], (row, into) => {
      const title = unguarded(row.get('title'));
      row.get('cursor');
      const article = takeArticle(
        {
          format: 'pocket-csv',
          line: row.line,
          address: row.get('url'),
          addressField: 'url',
          // Pocket puts the address for a title that it does not know.
          title: title === row.get('url') ? '' : title,
          created: row.get('time_added'),
          createdField: 'time_added',
        },
        now,
        into,
        true,
      );
      if (article !== null && row.get('tags').trim() !== '')
        tell(into, 'no-place', row.line, 'tags', 'field');
    }),
};
