import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import {
  parseAppearance,
  parsePersonRecord,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import type { Reading } from './open-for-reading.ts';
import type { DecisionRecord, VersionRecord } from './record-types.ts';
import type { StoreName, Transaction } from './schema.ts';
import { annotationsOf, appearancesOf, articlesOf, decisionsOf, versionsOf } from './export-parts.ts';

/** A part of what is exported. What belongs to an article comes with each part that holds something of it. */
export interface ExportedPart {
  readonly annotations: readonly Annotation[];
  readonly articles: readonly ArticleRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly versions: readonly VersionRecord[];
  readonly appearances: readonly AppearanceRecord[];
  readonly people: readonly PersonRecord[];
  /** How many records are there and could not be read. */
  readonly broken: number;
}

/** What an export is read from. */
export const EXPORTED: StoreName[] = [
  'annotations',
  'articles',
  'decisions',
  'versions',
  'appearances',
  'people',
];

/** People by their ids; null for one who is not there or cannot be read. */
export type KnownPeople = Map<string, PersonRecord | null>;

/**
 * The annotations with these ids, these articles, and what belongs to either. What is not there any more is left out.
 * @param known who was read before, and is read now: most people are named in many parts
 */
export function exportRecords(
  storage: Reading,
  ids: readonly string[],
  sources: readonly string[],
  known: KnownPeople = new Map(),
): Promise<ExportedPart> {
  return storage.read(EXPORTED, async (transaction) => {
    const stored = await annotationsOf(transaction, ids);
    const annotations = stored.map(parseAnnotation).filter((annotation) => annotation !== null);
    const about = [...new Set([...annotations.map(({ target }) => target.source), ...sources])].toSorted();
    const [articles, decisions, names, versions] = await Promise.all([
      articlesOf(transaction, about),
      decisionsOf(transaction, about),
      appearancesOf(transaction, about),
      versionsOf(transaction, annotations),
    ]);
    const appearances = names.map(parseAppearance).filter((appearance) => appearance !== null);
    const named = new Set(appearances.map(({ person }) => person));
    await readPeople(transaction, named, known);
    const readable = articles.map(parseArticle).filter((article) => article !== null);
    return {
      annotations,
      articles: readable,
      decisions: decisions.filter((one) => decisionParser(one).ok),
      versions: versions.filter((one) => versionParser(one).ok),
      appearances,
      people: [...named].map((id) => known.get(id) ?? null).filter((person) => person !== null),
      broken: stored.length - annotations.length + articles.length - readable.length,
    };
  });
}

async function readPeople(
  transaction: Transaction<'readonly'>,
  ids: ReadonlySet<string>,
  known: KnownPeople,
): Promise<void> {
  const store = transaction.objectStore('people');
  const missing = [...ids].filter((id) => !known.has(id));
  const read = await Promise.all(missing.map((id) => store.get(id)));
  for (const [index, id] of missing.entries()) known.set(id, parsePersonRecord(read[index]));
}
