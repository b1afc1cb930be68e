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
import type { StoreName } from './schema.ts';
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

/** The annotations with these ids, these articles, and what belongs to either. What is not there any more is left out. */
export function exportRecords(
  storage: Reading,
  ids: readonly string[],
  sources: readonly string[],
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
    const people = transaction.objectStore('people');
    const known = new Set(appearances.map(({ person }) => person));
    const named = await Promise.all([...known].map((id) => people.get(id)));
    const readable = articles.map(parseArticle).filter((article) => article !== null);
    return {
      annotations,
      articles: readable,
      decisions: decisions.filter((one) => decisionParser(one).ok),
      versions: versions.filter((one) => versionParser(one).ok),
      appearances,
      people: named.map(parsePersonRecord).filter((person) => person !== null),
      broken: stored.length - annotations.length + articles.length - readable.length,
    };
  });
}
