import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takeArticle, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/** What Readwise Reader gives out as a table: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`, one row an article. */
export const readwiseReader: Importer = {
  id: 'readwise-reader',
  label: 'importReadwise',
  detects: (_name, head) => hasColumns(head, 'title', 'url', 'saved date', 'reading progress'),
  begin: (now) =>
    csvReader(['url', 'saved date'], (row, into) => {
      const { line } = row;
      // How far one has read in another program, and where it keeps the article, says nothing about it.
      for (const own of ['id', 'reading progress', 'location', 'seen']) row.get(own);
      const title = unguarded(row.get('title'));
      const article = takeArticle(
        {
          format: 'readwise-reader',
          line,
          address: row.get('url'),
          addressField: 'URL',
          title,
          created: row.get('saved date'),
          createdField: 'Saved date',
        },
        now,
        into,
        true,
      );
      // A list as Python writes one: empty it is a pair of brackets.
      if (article !== null && !/^\s*(?:\[\s*\])?\s*$/.test(row.get('document tags')))
        tell(into, 'no-place', line, 'Document tags', 'field');
    }),
};
