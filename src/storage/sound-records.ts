import type { SpeakerShare } from '#core/article-summary.ts';
import { decisionParser, versionParser } from '#core/export/exported-records.ts';
import { accept, arrayOf, nullable, object, offset, type Parser, refuse, string } from '#core/guard.ts';
import { instant } from '#core/guard-time.ts';
import type { SearchDocument } from '#core/search/search-document.ts';
import type { ArticleDetails } from './record-types.ts';
import type { DocumentRecord, TallyRecord } from './schema.ts';

/**
 * What is worked out of the reader's records (what is searched of them, how many quote whom) as it can be relied on: what a disk has
 * spoilt of it is as if it were not there. It comes back with the next change of its record.
 */

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function soundWords({ words, filters }: SearchDocument): SearchDocument {
  const list: readonly unknown[] = Array.isArray(filters) ? filters : [];
  return { words: text(words), filters: list.filter((filter) => typeof filter === 'string') };
}

/** A document of which every field is what it should be. Its number is its key in the store. */
export function soundDocument(stored: DocumentRecord): DocumentRecord {
  const { number, key, newest, refused, person, pending, before, stale } = stored;
  return {
    ...soundWords(stored),
    key: text(key),
    ...(typeof number === 'number' ? { number } : {}),
    ...(typeof newest === 'number' ? { newest } : {}),
    ...(typeof refused === 'number' ? { refused } : {}),
    ...(typeof person === 'string' ? { person } : {}),
    ...(pending === 1 ? { pending } : {}),
    ...(typeof before === 'object' && before !== null ? { before: soundWords(before) } : {}),
    ...(stale === 1 ? { stale } : {}),
  };
}

/** The same of one that may not be there. */
export function soundOrNone(stored: DocumentRecord | undefined): DocumentRecord | undefined {
  return stored === undefined ? undefined : soundDocument(stored);
}

/** How many passages quote a person; 0 and no name where that cannot be read. */
export function soundTally({ id, name, count }: TallyRecord): TallyRecord {
  return { id, name: text(name), count: Number.isSafeInteger(count) && count > 0 ? count : 0 };
}

/** Limits in UTF-16 code units and counts: far beyond what is written. */
const WORDS = 20_000;
const MANY = 10_000;

const share: Parser<SpeakerShare> = object<SpeakerShare>({
  speaker: nullable(string(WORDS)),
  named: (value) => (typeof value === 'boolean' ? accept(value) : refuse('not-allowed')),
  roles: arrayOf(string(WORDS), MANY),
  quotations: offset,
  characters: object<SpeakerShare['characters']>({ direct: offset, mixed: offset, indirect: offset }),
});

const details: Parser<ArticleDetails> = object<ArticleDetails>({
  source: string(8_000),
  seen: instant,
  speakers: arrayOf(share, MANY),
});

function parsedBy<T>(parser: Parser<T>): (value: unknown) => T | null {
  return (value) => {
    const parsed = parser(value);
    return parsed.ok ? parsed.value : null;
  };
}

/** What was detected in an article, or null. Never throws, as the others below. */
export const parseDetails = parsedBy(details);
export const parseDecision = parsedBy(decisionParser);
export const parseVersion = parsedBy(versionParser);
