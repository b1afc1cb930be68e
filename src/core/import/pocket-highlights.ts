import { takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, textOf } from './json-fields.ts';
import { jsonReader } from './json-reader.ts';

/** What was highlighted in Pocket, beside its CSV: a list of pages, each `{url, title, highlights: [{quote, created_at, note?}]}`. */
export const pocketHighlights: Importer = {
  id: 'pocket-highlights',
  label: 'importPocket',
  detects: (_name, head) =>
    /^\s*\[\s*\{/.test(head) && /"highlights"\s*:/.test(head) && /"quote"\s*:/.test(head),
  begin: (now) =>
    jsonReader(({ field, index, value, line }, into) => {
      const page = fieldsOf(value);
      if (page === null) return tell(into, 'not-an-object', line, `${field}[${index ?? 0}]`);
      const highlights = page['highlights'];
      if (!Array.isArray(highlights)) return tell(into, 'not-a-list', line, 'highlights');
      for (const item of highlights) {
        const highlight = fieldsOf(item) ?? {};
        takePassage(
          {
            format: 'pocket-highlights',
            line,
            address: textOf(page['url']),
            addressField: 'url',
            wordsField: 'highlights.quote',
            title: textOf(page['title']),
            exact: textOf(highlight['quote']),
            note: textOf(highlight['note']),
            created: highlight['created_at'],
            createdField: 'highlights.created_at',
          },
          now,
          into,
        );
      }
    }),
};
