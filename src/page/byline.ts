import { metaContent } from './article-metadata.ts';
import { peopleIn, plainText, type Thing } from './json-ld.ts';

/** Where sites put the author's name, surest first. */
const BYLINE_ELEMENTS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="byline-name" i], [class*="byline__name" i]',
  '[data-testid*="author" i], [data-testid*="byline" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/auteur/" i], a[href*="/journalist" i], a[href*="/by/" i]',
  '[class*="byline" i], [class*="author" i]',
];

const LEAD =
  /^\s*(?:by|von|par|por|di|door|av|af|od|text|written by|story by|reported by|exclusive by|words by)\s*[:\s]\s*/i;
/** Not a name: an address, a time, an agency's line, a sentence. */
const NO_NAME =
  /[@{}<>|\d]|https?:|www\.|^(?:von|by|par|por|autor|author|redaktion|editorial|staff|admin|administrator|redacción|rédaction|redazione|newsroom|news desk|agency|agencies)$/i;
/** Where the names of other stories' authors, and of readers, stand. */
const ELSEWHERE =
  'aside, nav, footer, [class*="teaser" i], [class*="related" i], [class*="comment" i], [class*="card" i]';
const MOST_AUTHORS = 12;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The authors' names, joined by ", ", or null. People, not the outlet. */
export function readByline(document: Document, article: Thing | null): string | null {
  const stated = peopleIn(article?.['author']).flatMap(splitNames);
  const outlet = [metaContent(document, 'og:site_name'), ...peopleIn(article?.['publisher'])];
  const host = document.location?.hostname ?? '';
  const isOutlet = (name: string): boolean =>
    [host, ...outlet].some((other) => other && letters(other).includes(letters(name)));
  for (const names of [stated, fromMeta(document), fromPage(document)]) {
    const people = [...new Set(names.filter((name) => isName(name) && !isOutlet(name)))];
    if (people.length > 0) return people.slice(0, MOST_AUTHORS).join(', ');
  }
  return null;
}

function fromMeta(document: Document): string[] {
  const names: string[] = [];
  for (const meta of document.querySelectorAll(
    'meta[name="author" i], meta[property="author" i], meta[name="parsely-author" i], meta[name="byl" i], meta[property="article:author" i], meta[name="dc.creator" i], meta[name="sailthru.author" i]',
  ))
    names.push(...splitNames(meta.getAttribute('content') ?? ''));
  return names;
}

function fromPage(document: Document): string[] {
  for (const selector of BYLINE_ELEMENTS) {
    const names: string[] = [];
    for (const element of document.querySelectorAll(selector)) {
      if (element.closest(ELSEWHERE)) continue;
      const text = plainText(element.textContent ?? '');
      if (text && text.length < 150) names.push(...splitNames(text));
    }
    if (names.some(isName)) return names;
  }
  return [];
}

function splitNames(text: string): string[] {
  return (plainText(text) ?? '')
    .replace(LEAD, '')
    .split(/\s*(?:[,;|•·]|\s+(?:and|und|et|y|e|en|og|och|&)\s+)\s*/)
    .map((name) => name.replace(LEAD, '').trim())
    .filter((name) => name !== '');
}

function isName(name: string): boolean {
  if (name.length < 3 || name.length > 60 || NO_NAME.test(name)) return false;
  return /\p{Lu}|\p{Lo}/u.test(name) && name.split(' ').length <= 6;
}
