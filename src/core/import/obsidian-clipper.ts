import { takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import { jsonReader } from './json-reader.ts';
import { wordsOfHtml } from './plain-words.ts';

/**
 * Obsidian Web Clipper's exported highlights: a list of pages, each `{url, title?, highlights: [{text, timestamp, notes?}], data?}`;
 * and the highlights as it stores them, by address, with `content` for the words and the time as their `id`. The words are HTML. `data`
 * has, since 2026, the same highlights as they are stored, with what stands around their words.
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
      const stored = storedGroups(page['data'], highlights.length);
      for (const [index, item] of highlights.entries()) {
        const highlight = fieldsOf(item) ?? {};
        const notes = itemsOf(highlight['notes']).map(
          (note) => textOf(note) || textOf(fieldsOf(note)?.['text']),
        );
        const group = stored?.[index] ?? [highlight];
        takePassage(
          {
            format: 'obsidian-clipper',
            line,
            address,
            addressField: 'url',
            wordsField: 'highlights.text',
            title: textOf(page['title']),
            exact: wordsOfHtml(textOf(highlight['text']) || textOf(highlight['content'])),
            prefix: around(group[0], 'prefix'),
            suffix: around(group.at(-1), 'suffix'),
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

/**
 * The stored records of each highlight: one that goes over several paragraphs has a record for each, with one `groupId`, and stands
 * where its first one does. Null when there are not as many as highlights.
 */
function storedGroups(data: unknown, count: number): readonly (readonly Fields[])[] | null {
  const groups = new Map<unknown, Fields[]>();
  for (const [index, item] of itemsOf(data).entries()) {
    const record = fieldsOf(item) ?? {};
    const key = textOf(record['groupId']) || index;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups.size === count ? [...groups.values()] : null;
}

function around(record: Fields | undefined, side: 'prefix' | 'suffix'): string {
  return textOf(fieldsOf(record?.['textQuote'])?.[side]);
}
