import { hasFalseForm } from './false-forms.ts';
import { findInnerRoots } from './inner-roots.ts';
import { type Measured, measureText, type Tree } from './measure-text.ts';
import { isShadowRoot } from './is-shadow-root.ts';

/** Types that say "this page is one article", looked for in the JSON-LD without parsing it. */
const ARTICLE_TYPES =
  /"@type"\s*:\s*(?:\[[^\]]{0,80})?"(?:https?:\/\/schema\.org\/)?(?:\w{0,20}Article|BlogPosting|LiveBlogPosting|Report)"/g;
/** Types that say "this page is something else", unless it also says that it is one article. */
const OTHER_TYPE =
  /"@type"\s*:\s*"(?:https?:\/\/schema\.org\/)?(?:CollectionPage|SearchResultsPage|ItemList|Product|ProductGroup|OfferCatalog|ProfilePage|QAPage|JobPosting|EmailMessage|DiscussionForumPosting|ImageGallery|MediaGallery)"/;
/** What Open Graph calls a page that is no text. */
const OTHER_MEDIUM = /^(?:product|video|music|profile|book)/;
/** Hosts and first parts of a path of mail, shops, forums and accounts. */
const SERVICE =
  /^https?:\/\/(?:(?:mail|webmail|inbox|shop|store|forums?|community|accounts?|login|my|jobs)\.|[^/]+\/(?:inbox|mail|cart|basket|checkout|shop|store|products?|forums?|viewtopic\.php|threads?|account|settings)(?:[/?#]|$))/i;
/** A page that names more articles than this lists them. */
const MOST_ARTICLES = 4;
/** Last parts of a path that are not a story: fronts, sections, search, account pages. */
const FRONT_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+|home|search|login|subscribe|account|topics?|tags?|authors?)?\/?$/i;
/** So many long paragraphs side by side are a story's; those of cards and posts stand each in a box of its own. */
const STORY_RUN = 8;
/** A page without a paragraph and with less text than this, in UTF-16 units, is none. */
const LEAST_TEXT = 250;

/**
 * Whether a page is one article, and not a front, a section, a search or a shop. Cheap enough for every page of a
 * publisher: looks at the address, a few elements of the head, and the length of paragraphs; takes no layout.
 * @param url the page's address
 */
export function isArticle(document: Document, url: string): boolean {
  if (!document.body || hasFalseForm(document)) return false;
  const { path, query } = partsOf(url);
  const { trees, paragraphs, length, run } = measurePage(document);
  if (paragraphs === 0 && length < LEAST_TEXT) return false;
  let score = 0;
  if (metaType(document) === 'article') score += 2;
  else if (metaType(document) === 'website') score -= 1;
  const types = statedTypes(document);
  if (types.articles > 0 && (types.articles <= MOST_ARTICLES || metaType(document) === 'article')) score += 2;
  else if (types.other) score -= 2;
  if (OTHER_MEDIUM.test(metaType(document))) score -= 3;
  if (SERVICE.test(url) && metaType(document) !== 'article' && types.articles === 0) score -= 4;
  if (document.querySelector('meta[property="article:published_time"], [itemtype*="Article"]')) score += 1;
  if (FRONT_PATH.test(path)) score -= 4;
  else score += slugScore(path, query);
  if (length >= 600 && paragraphs >= 3) score += 2;
  else if (length >= 300) score += 1;
  if (run >= STORY_RUN) score += 1;
  const articles = countIn(trees, 'article');
  // A page of cards has many articles, each of few words; some stories have as many cards below them.
  if (articles > 8 && run < STORY_RUN && length / articles < 150) score -= 2;
  if (countIn(trees, 'h1') === 1) score += 0.5;
  return score >= 3;
}

function partsOf(url: string): { path: string; query: string } {
  if (!URL.canParse(url)) return { path: '/', query: '' };
  const { pathname, search } = new URL(url);
  return { path: pathname, query: search };
}

const metaType = (document: Document): string =>
  document.querySelector('meta[property="og:type" i]')?.getAttribute('content')?.toLowerCase() ?? '';

/** How many articles the JSON-LD names, as far as it matters, and whether it says that the page is something else. */
function statedTypes(document: Document): { articles: number; other: boolean } {
  let articles = 0;
  let other = false;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    articles += [...text.matchAll(ARTICLE_TYPES)].length;
    other ||= OTHER_TYPE.test(text);
  }
  return { articles, other };
}

/** Stories have long last parts of words, or a date or a number in their address; in old systems it is in the query. */
function slugScore(path: string, query: string): number {
  if (/[?&](?:idx|no|(?:article|story|news)_?(?:id|no)|aid|nid)=\d{3,}(?:&|$)/i.test(query)) return 1;
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (last.split(/[-_]/).length >= 4) return 1;
  return /\d{4,}|\/20\d\d\//.test(path) ? 1 : 0;
}

/** Measures the document or, when that holds next to no text, its open shadow roots with it. */
function measurePage(document: Document): Measured & { readonly trees: readonly Tree[] } {
  const own = measureText([document]);
  if (own.paragraphs > 0 || own.length >= LEAST_TEXT) return { ...own, trees: [document] };
  const roots = findInnerRoots(document).roots.filter(isShadowRoot);
  const trees = [document, ...roots];
  return { ...(roots.length > 0 ? measureText(trees) : own), trees };
}

const countIn = (trees: readonly Tree[], name: string): number =>
  trees.reduce((sum, tree) => sum + tree.querySelectorAll(name).length, 0);
