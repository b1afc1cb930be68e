import { csvReader, unguarded } from './csv-reader.ts';
import { takeArticle, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/** Pocket's CSV: `title,url,time_added,tags,status`. */
export const pocketCsv: Importer = {
  id: 'pocket-csv',
  label: 'importPocket',
  detects: (_name, head) => /^"?title"?,"?url"?,"?time_added"?/i.test(head),
  begin: (now) =>
    csvReader(['url', 'time_added'], (row, into) => {
      const title = unguarded(row.get('title'));
      const article = takeArticle(
        {
          format: 'pocket-csv',
          line: row.line,
          address: row.get('url'),
          addressField: 'url',
          // Pocket puts the address for a title that it does not know.
          title: title === row.get('url') ? '' : title,
          created: row.get('time_added'),
        },
        now,
        into,
        true,
      );
      if (article !== null && row.get('tags').trim() !== '')
        tell(into, 'no-place', row.line, 'tags', 'field');
    }),
};
