import { parseSelector } from '#core/anchor/selector.ts';
import { takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import { jsonReader, type Gathered } from './json-reader.ts';
import { plainWords } from './plain-words.ts';

/**
 * WorldBrain's Memex: its annotations as its database holds them (`url`, `pageUrl`, `pageTitle`, `body`, `comment`, `selector`,
 * `createdWhen`, `lastEdited`), as the list `annotations` of a dump, as a bare list, or as the changes of its local backup.
 */
export const memex: Importer = {
  id: 'memex',
  label: 'importMemex',
  detects: (_name, head) =>
    /^\s*[[{]/.test(head) &&
    (/"pageUrl"\s*:/.test(head) ||
      (/"collection"\s*:/.test(head) && /"(?:objectPk|operation)"\s*:/.test(head))),
  begin: (now) => {
    const pages: Pages = new Map();
    return jsonReader(({ field, index, value, line }, into) => {
      if (index === null) return;
      const item = fieldsOf(value);
      if (item === null) return tell(into, 'not-an-object', line, `${field}[${index}]`);
      const isChange = field === 'changes' || 'collection' in item;
      const collection = isChange ? textOf(item['collection']) : field || 'annotations';
      const object = isChange ? fieldsOf(item['object']) : item;
      if (collection === 'pages' && object !== null) notePage(object, pages);
      if (collection !== 'annotations' || object === null)
        tell(into, 'no-place', line, collection || 'object');
      else {
        const row = isChange ? { url: item['objectPk'], ...object } : object;
        takeAnnotation(row, pages, { line, now }, into);
      }
    });
  },
};

/** By the addresses as Memex keeps them, without protocol and `www.`: those that the reader has visited, and their titles. */
type Pages = Map<string, { readonly address: string; readonly title: string }>;

function notePage(page: Fields, pages: Pages): void {
  const address = textOf(page['fullUrl']);
  if (address !== '') pages.set(textOf(page['url']), { address, title: textOf(page['fullTitle']) });
}

function takeAnnotation(
  row: Fields,
  pages: Pages,
  { line, now }: { readonly line: number; readonly now: string },
  into: Gathered,
): void {
  const kept = textOf(row['pageUrl']) || (textOf(row['url']).split('/#')[0] ?? '');
  const visited = pages.get(kept);
  const page = visited?.address ?? kept;
  const descriptor = fieldsOf(fieldsOf(row['selector'])?.['descriptor']);
  const quote = itemsOf(descriptor?.['content'])
    .map(parseSelector)
    .find((selector) => selector?.type === 'TextQuoteSelector');
  const words = plainWords(textOf(row['body'])) || textOf(fieldsOf(row['selector'])?.['quote']);
  const id = textOf(row['url']);
  takePassage(
    {
      format: 'memex',
      line,
      // Without its page nobody knows the protocol.
      address: page === '' || /^https?:/i.test(page) ? page : `https://${page}`,
      addressField: 'pageUrl',
      wordsField: 'body',
      title: textOf(row['pageTitle']) || (visited?.title ?? ''),
      exact: quote?.type === 'TextQuoteSelector' ? quote.exact : words,
      prefix: quote?.type === 'TextQuoteSelector' ? quote.prefix : '',
      suffix: quote?.type === 'TextQuoteSelector' ? quote.suffix : '',
      note: textOf(row['comment']),
      tags: itemsOf(row['tags']).map((tag) => textOf(tag) || textOf(fieldsOf(tag)?.['name'])),
      created: row['createdWhen'],
      createdField: 'createdWhen',
      modified: row['lastEdited'],
      ...(id === '' ? {} : { id }),
    },
    now,
    into,
  );
}
