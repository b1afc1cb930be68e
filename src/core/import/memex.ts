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
  begin: (now) =>
    jsonReader(({ field, index, value, line }, into) => {
      if (index === null) return;
      const item = fieldsOf(value);
      if (item === null) return tell(into, 'not-an-object', line, `${field}[${index}]`);
      if (field === 'changes' || 'collection' in item) takeChange(item, line, now, into);
      else if (field === 'annotations' || field === '') takeAnnotation(item, line, now, into);
      else tell(into, 'no-place', line, field);
    }),
};

function takeChange(change: Fields, line: number, now: string, into: Gathered): void {
  const object = fieldsOf(change['object']);
  if (change['collection'] !== 'annotations' || object === null) {
    return tell(into, 'no-place', line, textOf(change['collection']) || 'object');
  }
  takeAnnotation({ url: change['objectPk'], ...object }, line, now, into);
}

function takeAnnotation(row: Fields, line: number, now: string, into: Gathered): void {
  const page = textOf(row['pageUrl']) || (textOf(row['url']).split('/#')[0] ?? '');
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
      // Memex stores addresses without their protocol.
      address: page === '' || /^https?:/i.test(page) ? page : `https://${page}`,
      addressField: 'pageUrl',
      wordsField: 'body',
      title: textOf(row['pageTitle']),
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
