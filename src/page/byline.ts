import type { Origin } from '#core/article-origins.ts';
import { isAgency, isAuthorName, looksLikeFullName, splitNames } from './author-name.ts';
import { authorsIn, namesIn, type Thing } from './json-ld.ts';
import { metaContent, metaContents, type Metas } from './meta-content.ts';
import type { Stated } from './metadata-origin.ts';
import { plainText } from './plain-text.ts';

/** Where sites put the author's name, surest first. */
const BYLINE_ELEMENTS = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '[class*="author-name" i], [class*="author__name" i], [class*="authorname" i], [class*="byline-name" i], [class*="byline__name" i]',
  '[data-testid*="author" i], [data-testid*="byline" i]',
  'a[href*="/author/" i], a[href*="/authors/" i], a[href*="/autor/" i], a[href*="/autoren/" i], a[href*="/auteur/" i], a[href*="/journalist" i], a[href*="/by/" i]',
  '[class*="byline" i], [class*="author" i], [class*="autor" i], [class*="contributor" i]',
];

/** Where the names of other stories' authors, and of readers, stand. */
const ELSEWHERE =
  'aside, nav, footer, [class*="teaser" i], [class*="appetizer" i], [class*="related" i], [class*="comment" i], [class*="card" i], [class*="recommend" i], [class*="most-read" i]';
const MOST_AUTHORS = 12;
/** No more elements of a kind than this are looked at. */
const MOST_LOOKED_AT = 300;
/** How far above the first name the others may be held together with it. */
const REACH = 3;

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The authors' names, joined by ", ", or null. People, and agencies whose report it is; never the outlet or its desks. */
export function readByline(document: Document, metas: Metas, article: Thing | null): Stated | null {
  const isOutlet = outletTest(document, metas, article);
  const people = (names: readonly { readonly name: string; readonly sure: boolean }[]): string[] => {
    const kept = names.filter(({ name, sure }) => isAuthorName(name, sure) && !isOutlet(name));
    return [...new Set(kept.map(({ name }) => name))];
  };
  const unsure = (texts: readonly string[]): { name: string; sure: boolean }[] =>
    texts.flatMap(splitNames).map((name) => ({ name, sure: false }));
  const fromThings = (): string[] =>
    people(
      authorsIn(article?.['author'])
        .filter(({ name, isOrganization }) => !isOrganization || isAgency(name))
        .flatMap(({ name, isPerson }) => splitNames(name).map((part) => ({ name: part, sure: isPerson }))),
    );
  const stated =
    named(fromThings(), 'json-ld') ??
    named(people(unsure(fromMeta(metas).filter((line) => !isOutlet(splitNames(line)[0] ?? '')))), 'meta');
  if (!stated) return joined(named(people(unsure(fromPage(document))), 'page'));
  return joined(named(wholeLine(document, stated.value) ?? [], 'page') ?? stated);
}

const firstOf = (document: Document, selector: string): Element[] =>
  [...document.querySelectorAll(selector)].slice(0, MOST_LOOKED_AT);

/** Names and where they were read; null when there are none. */
const named = (names: readonly string[], origin: Origin): Stated<readonly string[]> | null =>
  names.length > 0 ? { value: names, origin } : null;

const joined = (names: Stated<readonly string[]> | null): Stated | null =>
  names && { value: names.value.slice(0, MOST_AUTHORS).join(', '), origin: names.origin };

/** Some sites state the first author only: a line on the page that names all of these, and others, is the whole one. */
function wholeLine(document: Document, names: readonly string[]): readonly string[] | null {
  for (const element of firstOf(document, '[class*="byline" i], [class*="author" i]')) {
    const text = plainText(element.textContent ?? '');
    if (!text || text.length >= 150 || !text.includes(names[0] ?? '') || isElsewhere(element)) continue;
    const line = splitNames(text);
    if (
      line.length > names.length &&
      line.every(looksLikeFullName) &&
      names.every((name) => line.includes(name))
    )
      return line;
  }
  return null;
}

function outletTest(document: Document, metas: Metas, article: Thing | null): (name: string) => boolean {
  const names = [
    ...metaContents(metas, 'og:site_name', 'application-name'),
    ...namesIn(article?.['publisher']),
  ].map(letters);
  const host = letters((document.location?.hostname ?? '').replace(/^www\./, ''));
  return (name) => {
    const own = letters(name);
    return (
      names.includes(own) ||
      (own.length >= 5 && host.includes(own)) ||
      (own.length >= 8 && names.some((other) => other.includes(own)))
    );
  };
}

function fromMeta(metas: Metas): string[] {
  const named = metaContents(
    metas,
    'author',
    'parsely-author',
    'byl',
    'dc.creator',
    'dcterms.creator',
    'sailthru.author',
    'cxenseparse:author',
    'articleauthor',
  );
  return named.length > 0 && metaContent(metas, 'article:author') === null
    ? named
    : [...named, ...metaContents(metas, 'article:author')];
}

/** The names of the first byline of the story: those that stand with the first name, and no others further off. */
function fromPage(document: Document): string[] {
  for (const selector of BYLINE_ELEMENTS) {
    let around: Element | null = null;
    const texts: string[] = [];
    for (const element of firstOf(document, selector)) {
      if (around && !around.contains(element)) break;
      if (isElsewhere(element)) continue;
      const text = plainText(element.textContent ?? '');
      if (!text || text.length >= 150) continue;
      if (!around && !splitNames(text).some((name) => isAuthorName(name))) continue;
      around ??= ancestorOf(element, REACH);
      texts.push(text);
    }
    if (texts.length > 0) return texts;
  }
  return [];
}

/** In a box, or in a card of another story: an `<article>` without the page's heading. */
function isElsewhere(element: Element): boolean {
  if (element.closest(ELSEWHERE)) return true;
  const article = element.closest('article');
  return (
    article !== null && !article.querySelector('h1') && element.ownerDocument.querySelector('h1') !== null
  );
}

function ancestorOf(element: Element, steps: number): Element {
  let at = element;
  for (let i = 0; i < steps && at.parentElement && !at.parentElement.matches('article, main, body'); i++)
    at = at.parentElement;
  return at;
}
