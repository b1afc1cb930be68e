import { takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf } from './json-fields.ts';
import { jsonReader } from './json-reader.ts';
import { wordsOfHtml } from './plain-words.ts';

/**
 * Obsidian Web Clipper's exported highlights: a list of pages, each `{url, title?, highlights: [{text, timestamp, notes?}]}`; and
 * the highlights as it stores them, by address, with `content` for the words and the time as their `id`. The words are HTML.
 */
export const obsidianClipper: Importer = {
  id: 'obsidian-clipper',
  label: 'importObsidian',
  detects: (_name, head) =>
    /^\s*\[\s*\{\s*"url"\s*:/.test(head) && /"highlights"\s*:/.test(head)
      ? true
      : /^\s*\{\s*"https?:/.test(head) && /"(?:highlights|xpath)"\s*:/.test(head),
  begin: (now) =>
    jsonReader(({ field, value, line }, into) => {
      const page = fieldsOf(value);
      if (page === null) return tell(into, 'not-an-object', line, field);
      const address = textOf(page['url']) || field;
      const highlights = page['highlights'];
      if (!Array.isArray(highlights)) return tell(into, 'not-a-list', line, 'highlights');
      for (const item of highlights) {
        const highlight = fieldsOf(item) ?? {};
        const notes = itemsOf(highlight['notes']).map(
          (note) => textOf(note) || textOf(fieldsOf(note)?.['text']),
        );
        takePassage(
          {
            format: 'obsidian-clipper',
            line,
            address,
            addressField: 'url',
            wordsField: 'highlights.text',
            title: textOf(page['title']),
            exact: wordsOfHtml(textOf(highlight['text']) || textOf(highlight['content'])),
            note: notes.filter((note) => note.trim() !== '').join('\n\n'),
            created: highlight['timestamp'] ?? highlight['id'],
            createdField: 'highlights.timestamp',
          },
          now,
          into,
        );
      }
    }),
};
