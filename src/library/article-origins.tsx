import type { ArticleField, ArticleOrigins, Origin } from '#core/article-origins.ts';
import { t, tList } from '#ui/text.ts';

const FIELDS: readonly (readonly [field: ArticleField, words: () => string])[] = [
  ['title', () => t('factTitle')],
  ['byline', () => t('factByline')],
  ['outlet', () => t('factOutlet')],
  ['section', () => t('factSection')],
  ['language', () => t('factLanguage')],
  ['published', () => t('factPublished')],
  ['modified', () => t('factModified')],
];
const ORIGINS: readonly (readonly [origin: Origin, words: () => string])[] = [
  ['page', () => t('originPage')],
  ['json-ld', () => t('originJsonLd')],
  ['open-graph', () => t('originOpenGraph')],
  ['meta', () => t('originMeta')],
];

/** Which of the article's facts were read where: a date that only search engines see is to be cited with care. */
export function ArticleOriginsNote({ origins }: { readonly origins: ArticleOrigins }) {
  const groups = ORIGINS.map(([origin, words]) => {
    const fields = FIELDS.filter(([field]) => origins[field] === origin);
    return { origin, words, fields };
  }).filter(({ fields }) => fields.length > 0);
  if (groups.length === 0) return null;
  return (
    <details class="article-origins">
      <summary>{t('originsSummary')}</summary>
      <dl>
        {groups.map(({ origin, words, fields }) => (
          <div key={origin}>
            <dt>{words()}</dt>
            <dd>{tList(fields.map(([, field]) => field()))}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
