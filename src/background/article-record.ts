import type { ArticleRecord } from '#core/annotation.ts';
import type { ArticleAbout } from '#messaging/protocol.ts';

/** What is kept of an article that a page tells of. `seen` is ISO 8601 in UTC. */
export function articleRecord(source: string, about: ArticleAbout, seen: string): ArticleRecord {
  const { title, byline, outlet, language, section, published, modified, origins } = about;
  const facts = { title, byline, outlet, language, section, published, modified, origins };
  return { source, ...facts, firstSeen: seen, lastSeen: seen };
}
