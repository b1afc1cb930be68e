import { textField, type Thing } from './json-ld.ts';
import { metaContent, type Metas } from './meta-content.ts';
import { type Stated, stated } from './metadata-origin.ts';
import { plainText } from './plain-text.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const letters = (text: string): string => wordsOf(text).join('');

/** From this share of common words on, two titles are one in two wordings. */
const SAME_TITLE = 0.8;
/** Shorter beginnings of a page's title are a section's name rather than a headline without its outlet. */
const LEAST_TITLE = 15;
const JOINT = / [|\-–—] |：/g;

/**
 * The article's title. JSON-LD's headline is written for the article itself; Open Graph's is often cut or sharpened for
 * sharing, and the page's own heading for search. Of two wordings of one title the one that most places have is taken.
 * @param outlet the outlet's name, taken off a title that ends with it
 */
export function readTitle(
  document: Document,
  metas: Metas,
  article: Thing | null,
  outlet: string | null,
): Stated | null {
  const bare = (title: string | null): string | null => title && withoutOutlet(title, outlet, document);
  const ld = stated(bare(textField(article, 'headline') ?? textField(article, 'name')), 'json-ld');
  const graph = stated(bare(metaContent(metas, 'og:title')), 'open-graph');
  const other = stated(bare(metaContent(metas, 'twitter:title', 'title', 'dc.title')), 'meta');
  const whole = plainText(document.title ?? '');
  const heading = findHeadline(document, [ld, graph, other].map((fact) => fact?.value ?? null).concat(whole));
  const shown = stated(plainText(heading?.textContent ?? ''), 'page');
  const all = [ld, graph, other, shown].filter((fact) => fact !== null);
  const facts = all.map((fact) => ({ ...fact, value: asOthersHaveIt(fact.value, all) }));
  const [surest, ...rivals] = facts;
  if (!surest) return stated(whole && withoutLastPart(whole), 'page');
  if (surest.origin === 'page') return withKicker(surest, whole);
  return surest.origin === 'json-ld' ? commonest(surest, rivals) : surest;
}

/** A title that goes on after a joint where another source has it end there: what follows is the outlet or the section. */
function asOthersHaveIt(title: string, all: readonly Stated[]): string {
  const shorter = all.find(({ value }) => {
    const rest = title.slice(value.length);
    return title.startsWith(value) && /^\s*[|\-–—：:]/.test(rest) && value.length >= rest.length / 2;
  });
  return shorter?.value ?? title;
}

/** Of the wordings of one title the one that most places have, those of Open Graph before others. */
function commonest(surest: Stated, rivals: readonly Stated[]): Stated {
  const votes = new Map<string, number>();
  for (const { value } of [surest, ...rivals])
    votes.set(letters(value), (votes.get(letters(value)) ?? 0) + 1);
  const own = votes.get(letters(surest.value)) ?? 0;
  const isRival = ({ value }: Stated): boolean =>
    letters(value) !== letters(surest.value) &&
    (votes.get(letters(value)) ?? 0) >= Math.max(2, own) &&
    commonShare(surest.value, value) >= SAME_TITLE;
  return rivals.find(isRival) ?? surest;
}

/** The words of the shorter title that stand in the longer one, as a share. */
function commonShare(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

/** A headline that begins with more than the page's title says has a kicker before it. */
function withKicker(shown: Stated, whole: string | null): Stated {
  const cut = whole && withoutLastPart(whole);
  return cut && shown.value.endsWith(cut) ? { ...shown, value: cut } : shown;
}

/** The element that shows the article's title, or null: a heading that shares most words with a stated title. */
export function findHeadline(document: Document, titles: readonly (string | null)[]): Element | null {
  const known = titles.filter((title) => title !== null).map((title) => new Set(wordsOf(title)));
  let best: Element | null = null;
  let bestShare = 0.5;
  for (const heading of document.querySelectorAll(
    'h1, h2[class*="title" i], h2[class*="headline" i], [itemprop~="headline"]',
  )) {
    const text = heading.textContent ?? '';
    if (text.length > 500 || heading.localName === 'meta') continue;
    const words = new Set(wordsOf(text));
    if (words.size === 0) continue;
    for (const title of known) {
      const same = [...words].filter((word) => title.has(word)).length;
      const share = (2 * same) / (words.size + title.size) + (heading.localName === 'h1' ? 0.1 : 0);
      if (share > bestShare) {
        best = heading;
        bestShare = share;
      }
    }
  }
  const first = document.querySelectorAll('h1');
  return best ?? (known.length === 0 && first.length === 1 ? (first[0] ?? null) : null);
}

/** A title without the outlet's name, or its host's, as its last part. */
function withoutOutlet(title: string, outlet: string | null, document: Document): string {
  const cut = lastJoint(title);
  if (cut === null) return title;
  const last = letters(title.slice(cut.end));
  const host = letters(document.location?.hostname ?? '');
  const isOutlet =
    last !== '' && ((outlet !== null && sameName(last, letters(outlet))) || host.includes(last));
  return isOutlet && cut.start > 0 ? title.slice(0, cut.start).trim() : title;
}

const sameName = (one: string, other: string): boolean =>
  one === other || (other.length >= 3 && one.includes(other)) || (one.length >= 3 && other.includes(one));

/** "Headline | Outlet" and "Headline - Outlet" without the last part, when what is left is long enough to be one. */
function withoutLastPart(title: string): string {
  const cut = lastJoint(title);
  return cut !== null && cut.start > LEAST_TITLE ? title.slice(0, cut.start).trim() : title;
}

function lastJoint(title: string): { start: number; end: number } | null {
  const found = [...title.matchAll(JOINT)].at(-1);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}
