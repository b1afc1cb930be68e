import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import {
  parseAppearance,
  parsePersonRecord,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import type { Storage } from './database.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import type { DecisionRecord, VersionRecord } from './record-types.ts';
import type { StoreName } from './schema.ts';

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

const READ: StoreName[] = ['annotations', 'articles', 'decisions', 'versions', 'appearances', 'people'];

/** The annotations with these ids, these articles, and what belongs to either. What is not there any more is left out. */
export function exportRecords(
  storage: Storage,
  ids: readonly string[],
  sources: readonly string[],
): Promise<ExportedPart> {
  return storage.read(READ, async (transaction) => {
    const store = transaction.objectStore('annotations');
    const stored = (await Promise.all(ids.map((id) => store.get(id)))).filter((value) => value !== undefined);
    const annotations = stored.map(parseAnnotation).filter((annotation) => annotation !== null);
    const about = [...new Set([...annotations.map(({ target }) => target.source), ...sources])];
    const within = (source: string): IDBKeyRange => IDBKeyRange.bound([source], [source, []]);
    const [articles, decisions, names, versions] = await Promise.all([
      Promise.all(about.map((source) => transaction.objectStore('articles').get(source))),
      Promise.all(about.map((source) => transaction.objectStore('decisions').getAll(within(source)))),
      Promise.all(about.map((source) => transaction.objectStore('appearances').getAll(within(source)))),
      Promise.all(annotations.map(({ id }) => transaction.objectStore('versions').getAll(within(id)))),
    ]);
    const appearances = names
      .flat()
      .map(parseAppearance)
      .filter((appearance) => appearance !== null);
    const people = transaction.objectStore('people');
    const known = new Set(appearances.map(({ person }) => person));
    const named = await Promise.all([...known].map((id) => people.get(id)));
    const kept = articles.filter((value) => value !== undefined);
    const readable = kept.map(parseArticle).filter((article) => article !== null);
    return {
      annotations,
      articles: readable,
      decisions: decisions.flat().filter((one) => decisionParser(one).ok),
      versions: versions.flat().filter((one) => versionParser(one).ok),
      appearances,
      people: named.map(parsePersonRecord).filter((person) => person !== null),
      broken: stored.length - annotations.length + kept.length - readable.length,
    };
  });
}
