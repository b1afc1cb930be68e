import { takeArticle, takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import { jsonReader, type Gathered } from './json-reader.ts';

/**
 * What Readwise's API answers to an export (`GET /api/v2/export`, https://readwise.io/api_deets), which its other tools keep as a file:
 * `results`, or a bare list, of `{title, author, source_url, highlights: [{id, text, note, tags, highlighted_at}]}`.
 */
export const readwiseJson: Importer = {
  id: 'readwise-json',
  label: 'importReadwise',
  detects: (_name, head) =>
    /^\s*[[{]/.test(head) &&
    /"(?:user_book_id|readable_title)"\s*:/.test(head) &&
    /"(?:highlights|source_url)"\s*:/.test(head),
  begin: (now) =>
    jsonReader(({ field, index, value, line }, into) => {
      if (index === null || (field !== 'results' && field !== '')) return;
      const book = fieldsOf(value);
      if (book === null) return tell(into, 'not-an-object', line, `${field}[${index}]`);
      takeBook(book, line, now, into);
    }),
};

function takeBook(book: Fields, line: number, now: string, into: Gathered): void {
  const highlights = itemsOf(book['highlights']);
  const about = {
    format: 'readwise-json',
    line,
    address: textOf(book['source_url']) || textOf(book['unique_url']),
    addressField: 'source_url',
    title: textOf(book['title']) || textOf(book['readable_title']),
    byline: textOf(book['author']),
  };
  if (highlights.length === 0) {
    takeArticle({ ...about, createdField: 'highlights' }, now, into, true);
    return;
  }
  if (textOf(book['document_note']).trim() !== '') tell(into, 'no-place', line, 'document_note', 'field');
  if (itemsOf(book['book_tags']).length > 0) tell(into, 'no-place', line, 'book_tags', 'field');
  for (const item of highlights) {
    const highlight = fieldsOf(item) ?? {};
    // What was thrown away there stays so.
    if (highlight['is_deleted'] === true || highlight['is_discard'] === true) continue;
    const id = highlight['id'];
    takePassage(
      {
        ...about,
        wordsField: 'highlights.text',
        exact: textOf(highlight['text']),
        note: textOf(highlight['note']),
        tags: itemsOf(highlight['tags']).map((tag) => textOf(tag) || textOf(fieldsOf(tag)?.['name'])),
        created: highlight['highlighted_at'] ?? highlight['created_at'],
        createdField: 'highlights.highlighted_at',
        modified: highlight['updated_at'] ?? highlight['updated'],
        ...(typeof id === 'number' || typeof id === 'string' ? { id: String(id) } : {}),
      },
      now,
      into,
    );
  }
}
