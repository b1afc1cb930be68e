import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takeArticle, takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/**
 * What the client of Hypothesis exports as a table, in the order of its columns since 2024 (`Created at,Author,Page,URL,Group,
 * Annotation/Reply Type,Quote,Comment,Tags`) or the earlier one (`Creation Date,…,User,Body,Tags,Page`). It has no ids and no titles.
 */
export const hypothesisCsv: Importer = {
  id: 'hypothesis-csv',
  label: 'importHypothesis',
  detects: (_name, head) => hasColumns(head, 'url', 'annotation/reply type', 'quote'),
  begin: (now) => {
    /** Who has written the first row: whose table it is, it does not say. */
    let reader = '';
    return csvReader(['url', 'quote'], (row, into) => {
      const { line } = row;
      const writer = row.get('author') || row.get('user');
      reader ||= writer;
      // With whom a note is shared says nothing of the passage.
      row.get('group');
      if (row.get('annotation/reply type').trim().toLowerCase() === 'reply')
        return tell(into, 'a-reply', line, 'Annotation/Reply Type');
      const about = {
        format: 'hypothesis-csv',
        line,
        address: row.get('url'),
        addressField: 'URL',
        created: row.get('created at') || row.get('creation date'),
        createdField: row.has('created at') ? 'Created at' : 'Creation Date',
      };
      const exact = unguarded(row.get('quote'));
      const note = unguarded(row.get('comment') || row.get('body'));
      const tags = row.get('tags').split(',');
      const before = into.annotations.length;
      if (exact.trim() !== '') takePassage({ ...about, wordsField: 'Quote', exact, note, tags }, now, into);
      // A note on the page as a whole has no passage to stand at; its article is kept, and the note is named as missing.
      else if (takeArticle(about, now, into, true) !== null) tell(into, 'no-words', line, 'Quote');
      if (writer !== reader && into.annotations.length > before)
        tell(into, 'no-place', line, row.has('author') ? 'Author' : 'User', 'field');
    });
  },
};
