import { csvReader, unguarded } from './csv-reader.ts';
import { takeArticle, takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';

/** Folders that Instapaper has by itself: they say nothing about the article. */
const OWN_FOLDERS = new Set(['unread', 'archive', 'starred', 'liked']);

/** Instapaper's CSV: `URL,Title,Selection,Folder,Timestamp`, since 2024 with `Tags`. The words of a selection become a passage. */
export const instapaper: Importer = {
  id: 'instapaper',
  label: 'importInstapaper',
  detects: (_name, head) => /^"?url"?,"?title"?,"?selection"?,"?folder"?/i.test(head),
  begin: (now) =>
    csvReader(['url', 'selection'], (row, into) => {
      const { line } = row;
      const about = {
        format: 'instapaper',
        line,
        address: row.get('url'),
        addressField: 'URL',
        title: unguarded(row.get('title')),
        created: row.get('timestamp'),
      };
      const exact = unguarded(row.get('selection'));
      const folder = row.get('folder').trim();
      const tags = tagsOf(row.get('tags'));
      if (folder !== '' && !OWN_FOLDERS.has(folder.toLowerCase())) tags.push(folder);
      if (exact.trim() !== '') {
        takePassage({ ...about, wordsField: 'Selection', exact, tags }, now, into);
      } else if (takeArticle(about, now, into, true) !== null && tags.length > 0) {
        tell(into, 'no-place', line, row.get('tags').trim() === '' ? 'Folder' : 'Tags', 'field');
      }
    }),
};

/** Tags are a JSON list, or stand between commas. */
function tagsOf(text: string): string[] {
  return text
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(',')
    .map((tag) => tag.trim().replace(/^"|"$/g, ''))
    .filter((tag) => tag !== '');
}
