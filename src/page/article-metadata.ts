import type { Origin } from '#core/article-origins.ts';
import { readModified, readPublished } from './article-time.ts';
import { readByline } from './byline.ts';
import { isArticleThing, namesIn, readJsonLd, textField, type Thing, typesOf } from './json-ld.ts';
import { metaContent, type Metas, readMetas } from './meta-content.ts';
import { firstStated, type Stated, stated } from './metadata-origin.ts';
import { readTitle } from './title.ts';

/** What a page says of its article. Fields are null when the page does not say. */
export interface ArticleMetadata {
  /** '' when there is none. */
  readonly title: string;
  /** The authors' names, joined by ", ": people, not the outlet. */
  readonly byline: string | null;
  readonly outlet: string | null;
  /** The outlet's section, as it names it. */
  readonly section: string | null;
  /** BCP 47 tag as the page gives it. */
  readonly language: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** ISO 8601; never before `published`. */
  readonly modified: string | null;
  /** `rel=canonical`, made absolute; as the page says, not checked. */
  readonly canonical: string | null;
  /** Where each of these was read; null for what is missing. */
  readonly origins: Readonly<Record<MetadataField, Origin | null>>;
}

type MetadataField =
  | 'title'
  | 'byline'
  | 'outlet'
  | 'section'
  | 'language'
  | 'published'
  | 'modified'
  | 'canonical';

/** Reads JSON-LD, Open Graph and other meta elements, and the page itself. */
export function readMetadata(document: Document): ArticleMetadata {
  const metas = readMetas(document);
  const things = readJsonLd(document);
  const article = bestArticle(things);
  const outlet = readOutlet(metas, article, things);
  const published = readPublished(document, metas, article);
  const facts: Readonly<Record<MetadataField, Stated | null>> = {
    title: readTitle(document, metas, article, outlet?.value ?? null),
    byline: readByline(document, metas, article),
    outlet,
    section: readSection(metas, article, things),
    language: readLanguage(document, metas, article),
    published,
    modified: readModified(document, metas, article, published?.value ?? null),
    canonical: readCanonical(document, metas),
  };
  const valueOf = (field: MetadataField): string | null => facts[field]?.value ?? null;
  const originOf = (field: MetadataField): Origin | null => facts[field]?.origin ?? null;
  return {
    title: valueOf('title') ?? '',
    byline: valueOf('byline'),
    outlet: valueOf('outlet'),
    section: valueOf('section'),
    language: valueOf('language'),
    published: valueOf('published'),
    modified: valueOf('modified'),
    canonical: valueOf('canonical'),
    origins: {
      title: originOf('title'),
      byline: originOf('byline'),
      outlet: originOf('outlet'),
      section: originOf('section'),
      language: originOf('language'),
      published: originOf('published'),
      modified: originOf('modified'),
      canonical: originOf('canonical'),
    },
  };
}

/** Of several articles in the JSON-LD (related ones are listed too), the one with the most fields. */
function bestArticle(things: readonly Thing[]): Thing | null {
  const articles = things.filter(isArticleThing);
  return articles.toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? null;
}

function readOutlet(metas: Metas, article: Thing | null, things: readonly Thing[]): Stated | null {
  const site = things.find((thing) => typesOf(thing).includes('WebSite'));
  return firstStated(
    stated(metaContent(metas, 'og:site_name'), 'open-graph'),
    stated(namesIn(article?.['publisher'])[0], 'json-ld'),
    stated(textField(site, 'name'), 'json-ld'),
    stated(metaContent(metas, 'application-name'), 'meta'),
  );
}

/** The last step before the article in the trail of the JSON-LD counts too: "Home > Politics > Story". */
function readSection(metas: Metas, article: Thing | null, things: readonly Thing[]): Stated | null {
  return firstStated(
    stated(textField(article, 'articleSection'), 'json-ld'),
    stated(metaContent(metas, 'article:section', 'og:article:section'), 'open-graph'),
    stated(metaContent(metas, 'parsely-section', 'section', 'cxenseparse:section', 'dc.subject'), 'meta'),
    stated(fromTrail(things), 'json-ld'),
  );
}

function fromTrail(things: readonly Thing[]): string | null {
  const trail = things.find((thing) => typesOf(thing).includes('BreadcrumbList'))?.['itemListElement'];
  if (!Array.isArray(trail)) return null;
  // The first step is the home page, the last one may be the article.
  const names = trail
    .slice(0, 10)
    .map((step: unknown) => namesIn(step)[0] ?? namesIn(itemOf(step))[0] ?? null);
  return names[1] ?? null;
}

const itemOf = (step: unknown): unknown =>
  typeof step === 'object' && step !== null && 'item' in step ? step.item : null;

function readLanguage(document: Document, metas: Metas, article: Thing | null): Stated | null {
  const root = document.documentElement;
  const candidates: readonly (Stated | null)[] = [
    stated(root?.getAttribute('lang'), 'page'),
    stated(root?.getAttribute('xml:lang'), 'page'),
    stated(textField(article, 'inLanguage'), 'json-ld'),
    stated(metaContent(metas, 'content-language', 'language'), 'meta'),
    stated(metaContent(metas, 'og:locale'), 'open-graph'),
    stated(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content'), 'meta'),
  ];
  for (const candidate of candidates) {
    const tag = candidate?.value.trim().replace('_', '-');
    if (candidate && tag && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,9}$/i.test(tag))
      return { ...candidate, value: tag };
  }
  return null;
}

function readCanonical(document: Document, metas: Metas): Stated | null {
  const link = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  const found = firstStated(stated(link, 'page'), stated(metaContent(metas, 'og:url'), 'open-graph'));
  if (!found || found.value === '') return null;
  try {
    return { ...found, value: new URL(found.value, document.baseURI).href };
  } catch {
    return null;
  }
}
