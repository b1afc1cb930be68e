import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { mergeAnnotation, mergeArticle } from '#core/merge-annotation.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import { parsePersonRecord, type PersonRecord } from '#core/person-record.ts';

/**
 * What becomes of an annotation when a file brings one with the same id: the newer word where there are two, both notes when neither
 * has all of the other, all tags. Answers `kept` itself when the file has nothing new, so that reading a file twice changes nothing; and
 * when both are more than one record can hold: what nobody could read again would hide what the reader has written.
 */
export function mergeImported(kept: Annotation, brought: Annotation): Annotation {
  const [newer, older] = kept.modified >= brought.modified ? [kept, brought] : [brought, kept];
  const merged = mergeAnnotation(newer, older);
  const isMachine = newer.quotation?.status === 'detected' && older.quotation?.status === 'detected';
  const next = isMachine ? { ...merged, quotation: newer.quotation, target: newer.target } : merged;
  return same({ ...next, modified: kept.modified }, kept) ? kept : (parseAnnotation(next) ?? kept);
}

/**
 * The same for an article: what was seen last counts. A file that knows it from one moment, which may be that of the import, knows of no
 * later visit.
 */
export function mergeImportedArticle(kept: ArticleRecord, brought: ArticleRecord): ArticleRecord {
  const isLater = brought.lastSeen > kept.lastSeen;
  const merged = isLater ? mergeArticle(kept, brought) : mergeArticle(brought, kept);
  const isMoment = brought.firstSeen === brought.lastSeen;
  return same(isMoment ? { ...merged, lastSeen: kept.lastSeen } : merged, kept)
    ? kept
    : (parseArticle(merged) ?? kept);
}

/** The same for a person: the newer name, both notes, all that the reader has said of who is who. */
export function mergeImportedPerson(kept: PersonRecord, brought: PersonRecord): PersonRecord {
  const [newer, older] = kept.modified >= brought.modified ? [kept, brought] : [brought, kept];
  const merged: PersonRecord = {
    id: kept.id,
    name: newer.name,
    note: mergeNotes(newer.note, older.note),
    follows: [...new Set([...kept.follows, ...brought.follows])],
    apart: [...new Set([...kept.apart, ...brought.apart])].filter((id) => id !== kept.id),
    created: kept.created < brought.created ? kept.created : brought.created,
    modified: newer.modified,
  };
  return same({ ...merged, modified: kept.modified }, kept) ? kept : (parsePersonRecord(merged) ?? kept);
}

/** Whether two records say the same, in whatever order their fields stand. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
