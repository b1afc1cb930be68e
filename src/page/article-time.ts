import type { Origin } from '#core/article-origins.ts';
import { textField, type Thing } from './json-ld.ts';
import { metaContents, type Metas } from './meta-content.ts';
import { type Stated, stated } from './metadata-origin.ts';

/** In UTF-16 units; with weekday, month and zone in words it is half of this. */
const LONGEST_TIME = 99;

/** When the article first stood there: ISO 8601 in UTC. */
export function readPublished(document: Document, metas: Metas, article: Thing | null): Stated | null {
  return (
    moment([textField(article, 'datePublished'), textField(article, 'dateCreated')], 'json-ld') ??
    moment(metaContents(metas, 'article:published_time', 'og:article:published_time'), 'open-graph') ??
    moment(
      metaContents(
        metas,
        'datePublished',
        'parsely-pub-date',
        'sailthru.date',
        'dc.date.issued',
        'dcterms.created',
        'dc.date',
        'date',
        'pubdate',
        'publish-date',
      ),
      'meta',
    ) ??
    moment(
      datetimes(
        document,
        '[itemprop~="datePublished"], article time, time[pubdate], time[class*="publish" i]',
      ),
      'page',
    )
  );
}

/**
 * When its words were last changed, by what the publisher says: ISO 8601 in UTC.
 * @param published a change before the first publication is none
 */
export function readModified(
  document: Document,
  metas: Metas,
  article: Thing | null,
  published: string | null,
): Stated | null {
  const found =
    moment([textField(article, 'dateModified')], 'json-ld') ??
    moment(
      metaContents(metas, 'article:modified_time', 'og:article:modified_time', 'og:updated_time'),
      'open-graph',
    ) ??
    moment(
      metaContents(metas, 'dateModified', 'last-modified', 'dc.date.modified', 'dcterms.modified', 'lastmod'),
      'meta',
    ) ??
    moment(
      datetimes(document, '[itemprop~="dateModified"], time[class*="updated" i], time[class*="modified" i]'),
      'page',
    );
  return found && published !== null && found.value < published ? null : found;
}

function datetimes(document: Document, selector: string): (string | null)[] {
  return [...document.querySelectorAll(selector)]
    .slice(0, 10)
    .map((element) => element.getAttribute('datetime') ?? element.getAttribute('content'));
}

/** The first of these that is a time. A bare number is a year, a counter, or seconds: it says too little. */
function moment(candidates: readonly (string | null)[], origin: Origin): Stated | null {
  for (const candidate of candidates) {
    const text = candidate?.trim() ?? '';
    if (text.length > LONGEST_TIME || /^\d*$/.test(text)) continue;
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return stated(new Date(time).toISOString(), origin);
  }
  return null;
}
