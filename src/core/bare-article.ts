import type { ArticleRecord } from './annotation.ts';

/**
 * An article of which nothing is known but its address, a time, and its title if need be.
 * @param seen ISO 8601, UTC
 */
export function bareArticle(source: string, seen: string, title = ''): ArticleRecord {
  return {
    source,
    title,
    byline: null,
    outlet: null,
    language: null,
    section: null,
    published: null,
    modified: null,
    origins: {},
    firstSeen: seen,
    lastSeen: seen,
  };
}
