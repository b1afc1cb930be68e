import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import { VERSION } from '#core/export/json.ts';
import type { Parser } from '#core/guard.ts';
import { appearanceParser, personRecordParser } from '#core/person-record.ts';
import { tell } from './foreign-passage.ts';
import type { Importer, ImportRecords } from './importer.ts';
import type { JsonPart } from './json-parts.ts';
import { jsonReader, type Gathered } from './json-reader.ts';

/** The file's lists, what each becomes, and how one item is checked. */
const LISTS: Readonly<Record<string, (value: unknown, part: JsonPart, into: Gathered) => void>> = {
  articles: list('articles', articleParser),
  annotations: list('annotations', annotationParser),
  people: list('people', personRecordParser),
  appearances: list('appearances', appearanceParser),
  decisions: list('decisions', decisionParser),
  changes: list('versions', versionParser),
};

/** Our own JSON: everything comes back as it was. */
export const onRecordJson: Importer = {
  id: 'json',
  label: 'importJson',
  detects: (_name, head) => /^\s*\{\s*"format"\s*:\s*"on-record"/.test(head),
  begin: () => {
    let isOurs = false;
    return jsonReader(
      (part, into) => {
        const { field, index, value, line } = part;
        if (field === 'format') isOurs = value === 'on-record';
        else if (field === 'version' && typeof value === 'number' && value > VERSION)
          tell(into, 'newer-version', line, 'version', 'field');
        else if (!Object.hasOwn(LISTS, field)) return;
        else if (index !== null) LISTS[field]?.(value, part, into);
        else tell(into, 'not-a-list', line, field);
      },
      (into) => {
        if (!isOurs) into.refused = { code: 'not-this-format', line: 1, field: 'format', lost: 'record' };
      },
    );
  },
};

/** Reads one record of ours into its list. */
export function list<K extends keyof ImportRecords>(
  name: K,
  parse: Parser<ImportRecords[K][number]>,
): (value: unknown, part: Pick<JsonPart, 'field' | 'index' | 'line'>, into: Gathered) => void {
  return (value, { field, index, line }, into) => {
    const parsed = parse(value);
    const kept: ImportRecords[K][number][] = into[name];
    if (parsed.ok) kept.push(parsed.value);
    else
      tell(
        into,
        parsed.problem,
        line,
        `${field}[${index ?? 0}]${parsed.field === '' ? '' : '.'}${parsed.field}`,
      );
  };
}
