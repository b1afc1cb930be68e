import { noteOf, styleOf, tagsOf, withNote, withStyle, withTags } from './annotation-edit.ts';
import type { Annotation, ArticleRecord, QuotationRecord } from './annotation.ts';
import { mergeOrigins } from './article-origins.ts';
import { laterThan } from './later-than.ts';
import { mergeNotes } from './merge-notes.ts';

/**
 * One annotation out of two that were edited at the same time: `mine` is being saved, `theirs` was saved since `mine`
 * was loaded. Neither note is lost, tags are united, and a reader's decision is not undone by an editor that had not
 * seen it. `modified` is later than both, so that every editor that
 * has not seen the answer is noticed in its turn.
 */
export function mergeAnnotation(mine: Annotation, theirs: Annotation): Annotation {
  const now = laterThan(mine.modified > theirs.modified ? mine.modified : theirs.modified);
  const note = mergeNotes(noteOf(mine), noteOf(theirs));
  const tags = [...tagsOf(mine), ...tagsOf(theirs)];
  const created = mine.created < theirs.created ? mine.created : theirs.created;
  const quotation = mergeDecisions(mine.quotation, theirs.quotation);
  // The ends belong to the word on the quotation that set them.
  const ends = quotation === theirs.quotation && quotation?.detectedExact !== undefined ? theirs : mine;
  // The mark style stands in the target as well, and is a choice of its own.
  const style = styleOf(mine) ?? styleOf(theirs);
  const merged = withStyle({ ...mine, created, quotation, target: ends.target }, style, now);
  return withTags(withNote(merged, note, now), tags, now);
}

/** What is known of an article after it was seen again: the newer word where there is one, and both ends of time. */
export function mergeArticle(earlier: ArticleRecord, later: ArticleRecord): ArticleRecord {
  return {
    source: later.source,
    title: later.title === '' ? earlier.title : later.title,
    byline: later.byline ?? earlier.byline,
    outlet: later.outlet ?? earlier.outlet,
    language: later.language ?? earlier.language,
    section: later.section ?? earlier.section,
    published: later.published ?? earlier.published,
    modified: later.modified ?? earlier.modified,
    origins: mergeOrigins(earlier, later),
    firstSeen: earlier.firstSeen < later.firstSeen ? earlier.firstSeen : later.firstSeen,
    lastSeen: earlier.lastSeen > later.lastSeen ? earlier.lastSeen : later.lastSeen,
    ...savedOf(earlier.saved, later.saved),
  };
}

/** The first of the times at which the reader put it there. */
function savedOf(earlier: string | undefined, later: string | undefined): Pick<ArticleRecord, 'saved'> {
  const [first] = [earlier, later].filter((time) => time !== undefined).toSorted();
  return first === undefined ? {} : { saved: first };
}

function mergeDecisions(
  mine: QuotationRecord | null,
  theirs: QuotationRecord | null,
): QuotationRecord | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  return mine.status === 'detected' ? theirs : mine;
}
