import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import { arrayOf, object, type Parser } from '#core/guard.ts';
import type { ImportRecords } from '#core/import/importer.ts';
import { appearanceParser, personRecordParser } from '#core/person-record.ts';

/** How many records of a sort one message may hold. */
const MANY = 20_000;

/** Checks a part of a file that is to be brought in. */
export const importRecords: Parser<ImportRecords> = object<ImportRecords>({
  articles: arrayOf(articleParser, MANY),
  annotations: arrayOf(annotationParser, MANY),
  people: arrayOf(personRecordParser, MANY),
  appearances: arrayOf(appearanceParser, MANY),
  decisions: arrayOf(decisionParser, MANY),
  versions: arrayOf(versionParser, MANY),
});
