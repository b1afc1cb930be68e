import type { WebAddress } from './url-parse.ts';
import { namesArticle, segmentsOf, stemOf } from './url-path.ts';

type PathAndQuery = Pick<WebAddress, 'pathname' | 'search'>;

/**
 * Whether a page at `sender` that calls itself `claimed` can be that article. Both are in plain form and of one site.
 * Numbers and dates must not contradict each other, and there must be a reason: the same path, a number in common, the
 * same words, or a `sender` that names no article by its path.
 */
export function sameArticle(sender: PathAndQuery, claimed: PathAndQuery): boolean {
  if (claimed.pathname === '/' && claimed.search === '')
    return sender.pathname === '/' && sender.search === '';
  if (claimed.pathname === sender.pathname) return sameQuery(sender, claimed);
  if (!namesArticle(claimed.pathname)) return isTail(claimed, sender);
  if (claimed.search !== '' && claimed.search !== sender.search) return false;
  if (!sameWriter(sender, claimed)) return false;
  const [here, there] = [traits(sender), traits(claimed)];
  if (apart(here.dates, there.dates)) return false;
  if (here.numbers.size > 0 && there.numbers.size > 0) return !apart(here.numbers, there.numbers);
  if (!namesArticle(sender.pathname)) return sender.search !== '' && isLookup(sender);
  return sameWords(here.words, there.words);
}

/** Whether both are one writer's, on a host of many writers, or neither names one. */
export const sameWriter = (one: PathAndQuery, other: PathAndQuery): boolean =>
  writerOf(one) === writerOf(other);

/** One path with two queries: the claim may drop what the path makes needless, and may change nothing. */
function sameQuery(sender: PathAndQuery, claimed: PathAndQuery): boolean {
  if (claimed.search === sender.search) return true;
  if (claimed.search !== '') return isPartOf(claimed.search, sender.search);
  return namesArticle(claimed.pathname) && !/[?&](?:page|p|seite|pagina|id)=/i.test(sender.search);
}

/** A claim without a telling name is taken when it is the sender's own path less some first parts, and no query is lost. */
function isTail(claimed: PathAndQuery, sender: PathAndQuery): boolean {
  const [short, long] = [segmentsOf(claimed.pathname), segmentsOf(sender.pathname)];
  if (claimed.search !== sender.search || namesArticle(sender.pathname)) return false;
  const dress = long.filter((segment) => segment !== 'amp' && segment !== 'print');
  return dress.length < long.length && dress.join('/') === short.join('/');
}

/** A short link such as `/?p=123`, which a site answers with its article. */
function isLookup(sender: PathAndQuery): boolean {
  return /[?&](?:p|id|post|storyid|story|article|articleid|aid|newsid|nid)=/i.test(sender.search);
}

/** Hosts of many writers name one by a part of the path: `/@ada/what-i-saw`, `/~ada/what-i-saw`. */
const writerOf = ({ pathname }: PathAndQuery): string | undefined =>
  segmentsOf(pathname).find((segment) => /^(?:@|~|%40|%7e)./i.test(segment));

interface Traits {
  /** `20260105` for a day in any of its usual forms. */
  readonly dates: ReadonlySet<string>;
  /** Numbers of five digits and more. */
  readonly numbers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function traits({ pathname, search }: PathAndQuery): Traits {
  const dates = new Set<string>();
  const undated = `${pathname}${search}`.replace(
    /(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g,
    (_all, year: string, _joint: string, month: string, day: string) => {
      dates.add(year + month + day);
      return '';
    },
  );
  const segments = segmentsOf(undated.split('?')[0] ?? '');
  const longest = segments
    .map(stemOf)
    .reduce((a, b) => (b.split('-').length >= a.split('-').length ? b : a), '');
  const words = longest
    .toLowerCase()
    .split(/[-_+]/)
    .filter((word) => word !== '');
  return { dates, numbers: new Set(undated.match(/\d{5,}/g)), words: new Set(words) };
}

/** Whether both have some and none in common. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((item) => b.has(item));
}

/** Whether these are the same words, three at least. One word more may be a "not". */
function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size >= 3 && a.size === b.size && [...a].every((word) => b.has(word));
}

function isPartOf(search: string, whole: string): boolean {
  const pairs = new Set(whole.slice(1).split('&'));
  return search
    .slice(1)
    .split('&')
    .every((pair) => pairs.has(pair));
}
