import { readByline } from './byline.ts';
import { isArticleThing, namesIn, plainText, readJsonLd, textField, type Thing } from './json-ld.ts';

/** What a page says of its article. Fields are null when the page does not say. */
export interface ArticleMetadata {
  readonly title: string;
  /** The authors' names, joined by ", ". */
  readonly byline: string | null;
  readonly outlet: string | null;
  /** BCP 47 tag as the page gives it. */
  readonly language: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** `rel=canonical`, made absolute; as the page says, not checked. */
  readonly canonical: string | null;
}

/** Metadata, and the article's text where JSON-LD repeats it. */
export interface MetadataReading extends ArticleMetadata {
  readonly articleBody: string | null;
}

/** Reads JSON-LD, Open Graph and other meta elements, and the page itself, in this order of trust. */
export function readMetadata(document: Document): MetadataReading {
  const things = readJsonLd(document);
  const article = bestArticle(things);
  return {
    title: readTitle(document, article),
    byline: readByline(document, article),
    outlet: readOutlet(document, article, things),
    language: readLanguage(document, article),
    published: readPublished(document, article),
    canonical: readCanonical(document),
    articleBody: textField(article, 'articleBody'),
  };
}

/** Of several articles in the JSON-LD (related ones are listed too), the one with the most fields. */
function bestArticle(things: readonly Thing[]): Thing | null {
  const articles = things.filter(isArticleThing);
  return articles.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? null;
}

/** The content of the first meta element of one of these names that has any. */
export function metaContent(document: Document, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const meta of document.querySelectorAll(
      `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
    )) {
      const content = plainText(meta.getAttribute('content') ?? '');
      if (content) return content;
    }
  }
  return null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The headline on the page is the title when the metadata speak of the same; they may be shortened or decorated. */
function readTitle(document: Document, article: Thing | null): string {
  const stated =
    textField(article, 'headline') ?? metaContent(document, 'og:title', 'twitter:title', 'title');
  const page = plainText(document.title ?? '') ?? '';
  const headline = findHeadline(
    document,
    [stated, page].filter((title) => title !== null && title !== ''),
  );
  const shown = headline && plainText(headline.textContent ?? '');
  // A headline that ends with the stated title has a kicker before it.
  if (shown) return stated && shown.endsWith(stated) ? stated : shown;
  return stated ?? withoutOutlet(page);
}

/** The element that shows the article's title, or null: a heading that shares most words with a stated title. */
export function findHeadline(document: Document, titles: readonly (string | null)[]): Element | null {
  const stated = titles.filter((title) => title !== null).map((title) => new Set(wordsOf(title)));
  let best: Element | null = null;
  let bestShare = 0.5;
  for (const heading of document.querySelectorAll(
    'h1, h2[class*="title" i], h2[class*="headline" i], [itemprop~="headline"]',
  )) {
    const text = heading.textContent ?? '';
    if (text.length > 500 || heading.localName === 'meta') continue;
    const words = new Set(wordsOf(text));
    if (words.size === 0) continue;
    for (const title of stated) {
      const same = [...words].filter((word) => title.has(word)).length;
      const share = (2 * same) / (words.size + title.size) + (heading.localName === 'h1' ? 0.1 : 0);
      if (share > bestShare) {
        best = heading;
        bestShare = share;
      }
    }
  }
  const first = document.querySelectorAll('h1');
  return best ?? (stated.length === 0 && first.length === 1 ? (first[0] ?? null) : null);
}

/** "Headline | Outlet" and "Headline - Outlet" without the last part, when what is left is long enough to be one. */
function withoutOutlet(title: string): string {
  const cut = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
  );
  return cut > 15 ? title.slice(0, cut).trim() : title;
}

function readOutlet(document: Document, article: Thing | null, things: readonly Thing[]): string | null {
  const publisher = namesIn(article?.['publisher'])[0];
  const site = things.find((thing) => thing['@type'] === 'WebSite');
  return (
    metaContent(document, 'og:site_name') ??
    publisher ??
    textField(site, 'name') ??
    metaContent(document, 'application-name')
  );
}

function readLanguage(document: Document, article: Thing | null): string | null {
  const candidates = [
    document.documentElement?.getAttribute('lang'),
    document.documentElement?.getAttribute('xml:lang'),
    textField(article, 'inLanguage'),
    metaContent(document, 'content-language', 'language', 'og:locale'),
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'),
  ];
  for (const candidate of candidates) {
    const tag = candidate?.trim().replace('_', '-');
    if (tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return null;
}

function readPublished(document: Document, article: Thing | null): string | null {
  const candidates = [
    textField(article, 'datePublished'),
    textField(article, 'dateCreated'),
    metaContent(
      document,
      'article:published_time',
      'datePublished',
      'og:article:published_time',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'date',
    ),
    document
      .querySelector('[itemprop~="datePublished"][datetime], article time[datetime], time[pubdate][datetime]')
      ?.getAttribute('datetime'),
  ];
  for (const candidate of candidates) {
    const time = candidate ? Date.parse(candidate) : NaN;
    if (!Number.isNaN(time)) return new Date(time).toISOString();
  }
  return null;
}

function readCanonical(document: Document): string | null {
  const href =
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ??
    metaContent(document, 'og:url');
  try {
    return href ? new URL(href, document.baseURI).href : null;
  } catch {
    return null;
  }
}
