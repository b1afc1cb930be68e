import { parseSelector } from '#core/anchor/selector.ts';
import { takeAnnotated, tell } from './foreign-passage.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, textOf, type Fields } from './json-fields.ts';
import { jsonReader, type Gathered } from './json-reader.ts';

/**
 * Hypothesis: what its API answers to a search (`rows`, https://h.readthedocs.io/en/latest/api-reference/), what its client
 * exports (`annotations`), or a bare list of either.
 */
export const hypothesis: Importer = {
  id: 'hypothesis',
  label: 'importHypothesis',
  detects: (name, head) =>
    /^\s*[[{]/.test(head) &&
    (/"export_userid"|"acct:|"hypothesis-client"/.test(head) ||
      (/"rows"\s*:/.test(head) && /"total"\s*:/.test(head)) ||
      (name.includes('hypothes') && /"annotations"|"uri"/.test(head))),
  begin: (now) => {
    /** Whose file it is: what is exported says so, of an answer to a search it is who wrote its first row. */
    let reader = '';
    return jsonReader(({ field, index, value, line }, into) => {
      if (field === 'export_userid') reader = textOf(value);
      if (index === null || (field !== 'rows' && field !== 'annotations' && field !== '')) return;
      const row = fieldsOf(value);
      if (row === null) return tell(into, 'not-an-object', line, `${field}[${index}]`);
      const writer = textOf(row['user']);
      if (reader === '') reader = writer;
      const before = into.annotations.length;
      takeRow(row, line, now, into);
      // The note stands among the reader's own: who has written it has no place.
      if (writer !== '' && writer !== reader && into.annotations.length > before)
        tell(into, 'no-place', line, 'user', 'field');
    });
  },
};

function takeRow(row: Fields, line: number, now: string, into: Gathered): void {
  if (itemsOf(row['references']).length > 0) return tell(into, 'a-reply', line, 'references');
  const selectors = itemsOf(row['target']).flatMap((target) => itemsOf(fieldsOf(target)?.['selector']));
  const known = selectors.map(parseSelector).filter((selector) => selector !== null);
  const [title] = itemsOf(fieldsOf(row['document'])?.['title']);
  const about = {
    format: 'hypothesis',
    line,
    address: textOf(row['uri']),
    addressField: 'uri',
    wordsField: 'target.selector',
    title: textOf(title ?? fieldsOf(row['document'])?.['title']),
    created: row['created'],
    createdField: 'created',
    note: textOf(row['text']),
    tags: itemsOf(row['tags']).map(textOf),
    modified: row['updated'],
    ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}),
  };
  takeAnnotated(known, about, now, into);
}
