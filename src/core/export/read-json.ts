import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { Parser, Problem } from '#core/guard.ts';
import {
  appearanceParser,
  personRecordParser,
  type AppearanceRecord,
  type PersonRecord,
} from '#core/person-record.ts';
import {
  decisionParser,
  versionParser,
  type ExportedDecision,
  type ExportedVersion,
} from './exported-records.ts';
import { VERSION } from './json.ts';

/** What could not be read: why, and where, as a path such as `annotations[3].body[0].value` ('' is the whole file). */
interface ReadProblem {
  readonly code: Problem | 'not-json' | 'not-on-record' | 'newer-version' | 'duplicate';
  readonly where: string;
}

export interface ReadResult {
  readonly articles: readonly ArticleRecord[];
  readonly annotations: readonly Annotation[];
  readonly people: readonly PersonRecord[];
  readonly appearances: readonly AppearanceRecord[];
  readonly decisions: readonly ExportedDecision[];
  /** How passages stood at later visits. */
  readonly changes: readonly ExportedVersion[];
  readonly problems: readonly ReadProblem[];
}

const nothing = { articles: [], annotations: [], people: [], appearances: [], decisions: [], changes: [] };

/**
 * Reads what json.ts wrote. Never throws: what is wrong is left out and named, the rest is read. A file of a later
 * version is read as far as it is understood, and said to be one. Of two records with one key the later modified counts.
 */
export function readJson(text: string): ReadResult {
  const problems: ReadProblem[] = [];
  const file = fieldsOf(parsed(text, problems));
  if (file === null) return { ...nothing, problems };
  if (file['format'] !== 'on-record' || typeof file['version'] !== 'number') {
    return { ...nothing, problems: [...problems, { code: 'not-on-record', where: '' }] };
  }
  if (file['version'] > VERSION) problems.push({ code: 'newer-version', where: 'version' });
  const read = records(problems);
  return {
    articles: read('articles', file['articles'], articleParser, (article) => [
      article.source,
      article.lastSeen,
    ]),
    annotations: read('annotations', file['annotations'], annotationParser, (item) => [
      item.id,
      item.modified,
    ]),
    people: read('people', file['people'] ?? [], personRecordParser, ({ id, modified }) => [id, modified]),
    appearances: read('appearances', file['appearances'] ?? [], appearanceParser, (item) => [
      JSON.stringify([item.source, item.key]),
      '',
    ]),
    decisions: read('decisions', file['decisions'] ?? [], decisionParser, (item) => [
      JSON.stringify([item.source, item.kind, item.about]),
      item.at,
    ]),
    changes: read('changes', file['changes'] ?? [], versionParser, (item) => [
      JSON.stringify([item.annotation, item.seen]),
      '',
    ]),
    problems,
  };
}

function parsed(text: string, problems: ReadProblem[]): unknown {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    if (fieldsOf(value) === null) problems.push({ code: 'not-on-record', where: '' });
    return value;
  } catch {
    problems.push({ code: 'not-json', where: '' });
    return null;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : null;
}

/** A function that reads one list; `identify` answers a record's key and a time by which the later one is known. */
function records(problems: ReadProblem[]) {
  return <T>(
    list: string,
    values: unknown,
    parse: Parser<T>,
    identify: (record: T) => readonly [key: string, time: string],
  ): readonly T[] => {
    if (!Array.isArray(values)) {
      problems.push({ code: 'not-a-list', where: list });
      return [];
    }
    const found = new Map<string, T>();
    for (const [index, value] of values.entries()) {
      const result = parse(value);
      const where = `${list}[${index}]`;
      if (!result.ok) {
        problems.push({
          code: result.problem,
          where: result.field === '' ? where : `${where}.${result.field}`,
        });
        continue;
      }
      const [key, time] = identify(result.value);
      const earlier = found.get(key);
      if (earlier !== undefined) problems.push({ code: 'duplicate', where });
      if (earlier === undefined || identify(earlier)[1] < time) found.set(key, result.value);
    }
    return [...found.values()];
  };
}
