import type { ArticleRecord } from '#core/annotation.ts';
import { authorsOf } from './authors-of.ts';

/**
 * The key by which a manuscript cites an article, such as `teller2026harbour-1x9k3c`. It is the same in every export, unless the article's
 * own author, year or title change, and ends in what tells two articles apart: FNV-1a of the address
 * (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
export function citationKey({ source, title, byline, outlet, published }: ArticleRecord): string {
  const [author] = authorsOf(byline ?? '', outlet ?? '');
  const who = word(author?.family ?? author?.literal ?? outlet ?? '');
  const year = /^\d{4}/.exec(published ?? '')?.[0] ?? '';
  const words = title.split(/\s+/).map(word);
  const about = words.find((candidate) => candidate.length > 3) ?? '';
  return `${who || 'article'}${year}${about}-${hash(source)}`;
}

/** In small letters of ASCII, since TeX reads no others in a key. */
function word(text: string): string {
  return text
    .slice(0, 100)
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()
    .slice(0, 20);
}

function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
