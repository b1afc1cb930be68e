import { parseSelector } from '#core/anchor/selector.ts';
import { takePassage, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import { gathered, jsonReader, type Gathered } from './json-reader.ts';
import { plainWords } from './plain-words.ts';

/**
 * WorldBrain's Memex: its annotations as its database holds them (`url`, `pageUrl`, `pageTitle`, `body`, `comment`, `selector`,
 * `createdWhen`, `lastEdited`), as the list `annotations` of a dump, as a bare list, or as the changes of its local backup. Their tags are
 * records of their own (`name`, `url`), which come before or after them.
 */
export const memex: Importer = {
  id: 'memex',
  label: 'importMemex',
  detects: (_name, head) =>
    /^\s*[[{]/.test(head) &&
    (/"pageUrl"\s*:/.test(head) ||
      (/"collection"\s*:/.test(head) && /"(?:objectPk|operation)"\s*:/.test(head))),
  begin: (now) => {
    const known: Known = { pages: new Map(), rows: new Map(), tags: new Map(), late: new Set() };
    return jsonReader(
      ({ field, index, value, line }, into) => {
        if (index === null) return;
        const item = fieldsOf(value);
        if (item === null) return tell(into, 'not-an-object', line, `${field}[${index}]`);
        const isChange = field === 'changes' || 'collection' in item;
        const collection = isChange ? textOf(item['collection']) : field || 'annotations';
        const object = isChange ? fieldsOf(item['object']) : item;
        if (collection === 'pages' && object !== null) notePage(object, known);
        if (collection === 'tags' && object !== null && takeTag(object, known)) return;
        if (collection !== 'annotations' || object === null)
          tell(into, 'no-place', line, collection || 'object');
        else {
          const row = isChange ? { url: item['objectPk'], ...object } : object;
          takeAnnotation(row, known, { line, now }, into);
        }
      },
      (into) => takeLate(known, now, into),
    );
  },
};

/** So many annotations, and so many with tags, are remembered until what belongs to them comes. */
const MOST = 50_000;

interface Known {
  /** By the addresses as Memex keeps them, without protocol and `www.`: those that the reader has visited, and their titles. */
  readonly pages: Map<string, { readonly address: string; readonly title: string }>;
  /** Annotations and tags by the annotation's own address. */
  readonly rows: Map<string, Fields>;
  readonly tags: Map<string, string[]>;
  /** Annotations that came before some of their tags, by their own address. */
  readonly late: Set<string>;
}

interface Moment {
  readonly line: number;
  readonly now: string;
}

/** Keeps a tag for its annotation. Answers false when it belongs to none. */
function takeTag(tag: Fields, { tags, rows, late }: Known): boolean {
  const [url, name] = [textOf(tag['url']), textOf(tag['name'])];
  if (!url.includes('/#') || name === '' || tags.size >= MOST) return false;
  const names = tags.get(url);
  if (names === undefined) tags.set(url, [name]);
  else names.push(name);
  if (rows.has(url)) late.add(url);
  return true;
}

/**
 * Takes the annotations whose tags came after them once more, when all are there: once for each tag, a file of one annotation and many
 * tags would take the square of its length. Both are one when they are brought in. What is wrong with them was told.
 */
function takeLate(known: Known, now: string, into: Gathered): void {
  for (const url of known.late) {
    const row = known.rows.get(url);
    const again = gathered();
    if (row !== undefined) takeAnnotation(row, known, { line: 0, now }, again);
    into.annotations.push(...again.annotations);
  }
}

function notePage(page: Fields, { pages }: Known): void {
  const address = textOf(page['fullUrl']);
  if (address !== '') pages.set(textOf(page['url']), { address, title: textOf(page['fullTitle']) });
}

function takeAnnotation(
  row: Fields,
  { pages, rows, tags }: Known,
  { line, now }: Moment,
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
  if (id !== '' && rows.size < MOST) rows.set(id, row);
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
      tags: [
        ...itemsOf(row['tags']).map((tag) => textOf(tag) || textOf(fieldsOf(tag)?.['name'])),
        ...(tags.get(id) ?? []),
      ],
      created: row['createdWhen'],
      createdField: 'createdWhen',
      modified: row['lastEdited'],
      ...(id === '' ? {} : { id }),
    },
    now,
    into,
  );
}
