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

/** People of the file who are somebody of the library: an article's name means one person only. */
type Aliases = Map<string, string>;

/** How one kind of record is read, told apart from others, and brought in. */
interface Kind<T> {
  readonly kind: (typeof KINDS)[number];
  readonly parse: Parser<T>;
  readonly key: (record: T, aliases: Aliases) => string;
  readonly take: (target: ImportTarget, record: T, aliases: Aliases) => Promise<void>;
}

/**
 * Brings what was staged to the target: nothing that is there is lost, and what it has already is passed over. Records of one part go side by
 * side, as the database answers many requests sooner than one after another, but those of one key one after the other. `onRecord` is told
 * of each record, and may throw to stop.
 */
export async function planImport(target: ImportTarget, id: string, onRecord: () => void): Promise<void> {
  const aliases: Aliases = new Map();
  const run = async <T>({ kind, parse, key, take }: Kind<T>): Promise<void> => {
    for await (const records of stagedParts(target.transaction, id, kind)) {
      const last = new Map<string, Promise<void>>();
      for (const record of records) {
        onRecord();
        const parsed = parse(record);
        if (!parsed.ok) continue;
        const { value } = parsed;
        const name = key(value, aliases);
        const taken = (last.get(name) ?? Promise.resolve()).then(() => take(target, value, aliases));
        // Who waits for all of them is told; when the work stops before that, nobody asks.
        taken.catch(() => null);
        last.set(name, taken);
      }
      await Promise.all(last.values());
    }
  };
  await run(articles);
  for await (const records of stagedParts(target.transaction, id, 'appearances'))
    await findAliases(target, records, aliases);
  await run(appearances);
  await run(people);
  await run(annotations);
  await run(decisions);
  await run(versions);
}

const articles: Kind<ArticleRecord> = {
  kind: 'articles',
  parse: articleParser,
  key: ({ source }) => source,
  async take(target, article) {
    const kept = parseArticle(await target.transaction.objectStore('articles').get(article.source));
    const next = kept === null ? article : mergeImportedArticle(kept, article);
    if (next === kept) target.know('articles', article.source);
    else await target.put('articles', next, kept);
  },
};

/**
 * A name that means somebody in the library goes on meaning that person; the file's is then the same one. All of them are known before the
 * first is brought in, in whatever order the file has them.
 */
async function findAliases(
  target: ImportTarget,
  records: readonly unknown[],
  aliases: Aliases,
): Promise<void> {
  const brought = records.map(parseAppearance).filter((appearance) => appearance !== null);
  const kept = await Promise.all(brought.map((appearance) => keptPerson(target, appearance)));
  const people = target.transaction.objectStore('people');
  for (const [index, { person }] of brought.entries()) {
    const present = kept[index] ?? null;
    if (present === null || present === person || aliases.has(person)) continue;
    if ((await people.getKey(person)) === undefined) aliases.set(person, present);
  }
}

/** Whom a name of an article means in the library; null: nobody. */
async function keptPerson(target: ImportTarget, { source, key }: AppearanceRecord): Promise<string | null> {
  const kept = parseAppearance(await target.transaction.objectStore('appearances').get([source, key]));
  if (kept === null) return null;
  const found = await target.transaction.objectStore('people').getKey(kept.person);
  return found === undefined ? null : kept.person;
}

const appearances: Kind<AppearanceRecord> = {
  kind: 'appearances',
  parse: appearanceParser,
  key: ({ source, key }) => JSON.stringify([source, key]),
  async take(target, appearance, aliases) {
    const { source, key, person } = appearance;
    if ((await keptPerson(target, appearance)) !== null)
      return target.know('appearances', String([source, key]));
    const kept = await target.transaction.objectStore('appearances').get([source, key]);
    await target.put('appearances', { ...appearance, person: aliases.get(person) ?? person }, kept);
  },
};

const people: Kind<PersonRecord> = {
  kind: 'people',
  parse: personRecordParser,
  key: ({ id }, aliases) => aliases.get(id) ?? id,
  async take(target, brought, aliases) {
    const id = aliases.get(brought.id) ?? brought.id;
    const apart = brought.apart.map((one) => aliases.get(one) ?? one);
    const person: PersonRecord = { ...brought, id, apart };
    const kept = parsePersonRecord(await target.transaction.objectStore('people').get(id));
    if (kept === null) return target.put('people', person, null);
    // Who was known by this name in the library keeps it: the file's is of another origin.
    const named = id === brought.id ? person : { ...person, name: kept.name, created: kept.created };
    const next = mergeImportedPerson(kept, named);
    if (next === kept) target.know('people', id);
    else await target.put('people', next, kept);
  },
};

const annotations: Kind<Annotation> = {
  kind: 'annotations',
  parse: annotationParser,
  key: ({ id }) => id,
  async take(target, annotation) {
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
  },
};

const decisions: Kind<ExportedDecision> = {
  kind: 'decisions',
  parse: decisionParser,
  key: ({ source, kind, about }) => JSON.stringify([source, kind, about]),
  async take(target, decision) {
    const { source, kind, about, at } = decision;
    const kept = await target.transaction.objectStore('decisions').get([source, kind, about]);
    if (kept !== undefined && decisionParser(kept).ok && kept.at >= at) return;
    await target.put('decisions', decision, kept ?? null);
  },
};

const versions: Kind<ExportedVersion> = {
  kind: 'versions',
  parse: versionParser,
  key: ({ annotation, seen }) => JSON.stringify([annotation, seen]),
  async take(target, version) {
    const kept = await target.transaction.objectStore('versions').get([version.annotation, version.seen]);
    if (kept === undefined) await target.put('versions', version, null);
  },
};
