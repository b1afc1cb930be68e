import { accept, refuse, type Parser } from './guard.ts';

/** Where a fact about an article was read: JSON-LD, Open Graph, another meta element, or what the page shows. */
export type Origin = 'json-ld' | 'open-graph' | 'meta' | 'page';

const FIELDS = ['title', 'byline', 'outlet', 'section', 'language', 'published', 'modified'] as const;
const ORIGINS: readonly Origin[] = ['json-ld', 'open-graph', 'meta', 'page'];

/** What is kept of an article that a page states. */
export type ArticleField = (typeof FIELDS)[number];

/** Where each fact was read; a fact that is not known, or was kept before this was noted, has none. */
export type ArticleOrigins = Readonly<Partial<Record<ArticleField, Origin>>>;

/**
 * Checks origins. Those of unknown fields and unknown origins are dropped: no note may be lost for where a byline was read. Records
 * of older versions have none at all.
 */
export const originsParser: Parser<ArticleOrigins> = (value) => {
  if (value === undefined) return accept({});
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not-an-object');
  return accept(articleOrigins(value));
};

/** The origins of an article's kept facts among these. */
export function articleOrigins(from: object): ArticleOrigins {
  const known: Partial<Record<ArticleField, Origin>> = {};
  for (const field of FIELDS) {
    const stated: unknown = Object.hasOwn(from, field) ? Reflect.get(from, field) : undefined;
    const origin = ORIGINS.find((candidate) => candidate === stated);
    if (origin !== undefined) known[field] = origin;
  }
  return known;
}

/** The origins of what two records of one article give together. */
export function mergeOrigins(
  earlier: { readonly origins: ArticleOrigins },
  later: { readonly [Field in ArticleField]: string | null } & { readonly origins: ArticleOrigins },
): ArticleOrigins {
  const isStated = (field: ArticleField): boolean => later[field] !== null && later[field] !== '';
  return articleOrigins(
    Object.fromEntries(FIELDS.map((field) => [field, (isStated(field) ? later : earlier).origins[field]])),
  );
}
