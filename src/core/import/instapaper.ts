import { csvReader, hasColumns, unguarded } from './csv-reader.ts';
import { takeArticle, takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { itemsOf, textOf } from './json-fields.ts';

/** Folders that Instapaper has by itself: they say nothing about the article. */
const OWN_FOLDERS = new Set(['unread', 'archive', 'starred', 'liked']);

/** Instapaper's CSV: `URL,Title,Selection,Folder,Timestamp`, since 2024 with `Tags`. The words of a selection become a passage. */
export const instapaper: Importer = {
  id: 'instapaper',
  label: 'importInstapaper',
  detects: (_name, head) => hasColumns(head, 'url', 'title', 'selection', 'folder'),
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
        createdField: 'Timestamp',
      };
      const exact = unguarded(row.get('selection'));
      const folder = row.get('folder').trim();
      const tags = tagsOf(row.get('tags'));
      if (folder !== '' && !OWN_FOLDERS.has(folder.toLowerCase())) tags.push(folder);
      if (exact.trim() !== '') {
        takePassage({ ...about, wordsField: 'Selection', exact, tags }, now, into);
      } else if (takeArticle(about, now, into, true) !== null && tags.length > 0) {
        tell(into, 'no-place', line, tagsOf(row.get('tags')).length === 0 ? 'Folder' : 'Tags', 'field');
      }
    }),
};

/** Tags are a JSON list, or stand between commas. */
function tagsOf(text: string): string[] {
  const tags = itemsOf(listed(text) ?? text.split(',')).map(textOf);
  return tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
}

function listed(text: string): unknown {
  try {
    return text.trim().startsWith('[') ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
