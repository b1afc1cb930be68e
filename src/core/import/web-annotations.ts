import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import { OWN_LISTS } from '#core/export/web-annotation.ts';
import { appearanceParser, personRecordParser } from '#core/person-record.ts';
import { tell } from './foreign-passage.ts';
import { foreignAnnotation } from './foreign-annotation.ts';
import type { Importer } from './importer.ts';
import { fieldsOf, itemsOf, type Fields } from './json-fields.ts';
import type { JsonPart } from './json-parts.ts';
import { jsonReader, type Gathered } from './json-reader.ts';
import { list } from './on-record-json.ts';
import { ownAnnotation } from './own-annotation.ts';

/** What our files hold beside the annotations: each record is JSON in a text of its own. */
const LISTS: Readonly<Record<string, ReturnType<typeof list>>> = {
  [OWN_LISTS.articles]: list('articles', articleParser),
  [OWN_LISTS.people]: list('people', personRecordParser),
  [OWN_LISTS.appearances]: list('appearances', appearanceParser),
  [OWN_LISTS.decisions]: list('decisions', decisionParser),
  [OWN_LISTS.versions]: list('versions', versionParser),
};

/**
 * The W3C's Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/): a page or collection of them, a list, or one alone.
 * Ours come back as they were; of others the passage, notes and tags.
 */
export const webAnnotations: Importer = {
  id: 'json-ld',
  label: 'importJsonLd',
  detects: (name, head) =>
    /^\s*[[{]/.test(head) &&
    (head.includes('/ns/anno.jsonld') || (name.endsWith('.jsonld') && head.includes('"type"'))),
  begin: (now) => {
    // Without a prototype: a field may be called `__proto__`.
    const root = Object.create(null) as Record<string, unknown>;
    const lists = new Map<string, unknown[]>();
    return jsonReader(
      (part, into) => {
        const { field, index, value, line } = part;
        const own = Object.hasOwn(LISTS, field) ? LISTS[field] : undefined;
        if (index !== null && own !== undefined) own(parsed(value), part, into);
        else if (index !== null && (field === 'items' || field === ''))
          takeItem(value, line, field, now, into);
        else if (field === 'first') {
          for (const item of itemsOf(fieldsOf(value)?.['items']))
            takeItem(item, line, 'first.items', now, into);
        } else if (index === null) root[field] = value;
        else {
          const items = lists.get(field) ?? [];
          items.push(value);
          lists.set(field, items);
          root[field] = items;
        }
      },
      (into) => {
        if (root['type'] === 'Annotation') takeItem(root, 1, '', now, into);
      },
    );
  },
};

function takeItem(value: unknown, line: number, field: string, now: string, into: Gathered): void {
  const item = fieldsOf(value);
  if (item === null) return tell(into, 'not-an-object', line, field);
  if (isOurs(item)) readOwn(item, { field, index: null, line }, into);
  else foreignAnnotation(item, line, now, into);
}

function isOurs(item: Fields): boolean {
  return itemsOf(item['body']).some((body) => fieldsOf(body)?.['onrecord:status'] !== undefined);
}

function readOwn(item: Fields, part: Pick<JsonPart, 'field' | 'index' | 'line'>, into: Gathered): void {
  const annotation = annotationParser(ownAnnotation(item));
  if (annotation.ok) into.annotations.push(annotation.value);
  else tell(into, annotation.problem, part.line, annotation.field);
}

/** What a text says as JSON; undefined when it is none. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
