import { annotationParser, articleParser, parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import type { Parser } from '#core/guard.ts';
import { mergeImported, mergeImportedArticle, mergeImportedPerson } from '#core/import/merge-imported.ts';
import {
  appearanceParser,
  parseAppearance,
  parsePersonRecord,
  personRecordParser,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ExportedDecision, ExportedVersion } from '#core/export/exported-records.ts';
import type { ImportTarget } from './import-target.ts';
import { KINDS, stagedParts } from './staged-imports.ts';

/** Takes one record of its kind. */
type Take<T> = (target: ImportTarget, record: T, aliases: Map<string, string>) => Promise<void>;

/**
 * Brings what was staged to the target, a record at a time: nothing that is there is lost, and what it has already is passed over.
 * `onRecord` is told of each record, and may throw to stop.
 */
export async function planImport(target: ImportTarget, id: string, onRecord: () => void): Promise<void> {
  /** People of the file who are somebody of the library: an article's name means one person only. */
  const aliases = new Map<string, string>();
  const run = async <T>(kind: (typeof KINDS)[number], parse: Parser<T>, take: Take<T>): Promise<void> => {
    for await (const records of stagedParts(target.transaction, id, kind)) {
      for (const record of records) {
        onRecord();
        const parsed = parse(record);
        if (parsed.ok) await take(target, parsed.value, aliases);
      }
    }
  };
  await run('articles', articleParser, takeArticle);
  await run('appearances', appearanceParser, takeAppearance);
  await run('people', personRecordParser, takePerson);
  await run('annotations', annotationParser, takeAnnotation);
  await run('decisions', decisionParser, takeDecision);
  await run('versions', versionParser, takeVersion);
}

async function takeArticle(target: ImportTarget, article: ArticleRecord): Promise<void> {
  const kept = parseArticle(await target.transaction.objectStore('articles').get(article.source));
  const next = kept === null ? article : mergeImportedArticle(kept, article);
  if (next === kept) target.know('articles', article.source);
  else await target.put('articles', next, kept);
}

/** A name that means somebody in the library goes on meaning that person; the file's is then the same one. */
async function takeAppearance(
  target: ImportTarget,
  appearance: AppearanceRecord,
  aliases: Map<string, string>,
): Promise<void> {
  const { source, key, person } = appearance;
  const store = target.transaction.objectStore('appearances');
  const kept = parseAppearance(await store.get([source, key]));
  const people = target.transaction.objectStore('people');
  const isKept = kept !== null && (await people.getKey(kept.person)) !== undefined;
  if (isKept && kept.person === person) return target.know('appearances', String([source, key]));
  if (isKept) {
    if (!aliases.has(person) && (await people.getKey(person)) === undefined) aliases.set(person, kept.person);
    return target.know('appearances', String([source, key]));
  }
  await target.put('appearances', { ...appearance, person: aliases.get(person) ?? person }, kept);
}

async function takePerson(
  target: ImportTarget,
  brought: PersonRecord,
  aliases: Map<string, string>,
): Promise<void> {
  const id = aliases.get(brought.id) ?? brought.id;
  const person: PersonRecord = { ...brought, id, apart: brought.apart.map((one) => aliases.get(one) ?? one) };
  const kept = parsePersonRecord(await target.transaction.objectStore('people').get(id));
  if (kept === null) return target.put('people', person, null);
  // Who was known by this name in the library keeps it: the file's is of another origin.
  const named = id === brought.id ? person : { ...person, name: kept.name, created: kept.created };
  const next = mergeImportedPerson(kept, named);
  if (next === kept) target.know('people', id);
  else await target.put('people', next, kept);
}

async function takeAnnotation(target: ImportTarget, annotation: Annotation): Promise<void> {
  const { id } = annotation;
  const [stored, thrown] = await Promise.all([
    target.transaction.objectStore('annotations').get(id),
    target.transaction.objectStore('trash').get(id),
  ]);
  const kept = parseAnnotation(stored);
  if (kept === null && stored !== undefined) return;
  const deleted = parseAnnotation(thrown?.annotation);
  const other = kept ?? deleted;
  const next = other === null ? annotation : mergeImported(other, annotation);
  if (next === kept) return target.know('annotations', id);
  await target.put('annotations', next, kept);
  if (thrown !== undefined) await target.untrash(thrown);
}

async function takeDecision(target: ImportTarget, decision: ExportedDecision): Promise<void> {
  const { source, kind, about, at } = decision;
  const kept = await target.transaction.objectStore('decisions').get([source, kind, about]);
  if (kept !== undefined && decisionParser(kept).ok && kept.at >= at) return;
  await target.put('decisions', decision, kept ?? null);
}

async function takeVersion(target: ImportTarget, version: ExportedVersion): Promise<void> {
  const kept = await target.transaction.objectStore('versions').get([version.annotation, version.seen]);
  if (kept === undefined) await target.put('versions', version, null);
}
