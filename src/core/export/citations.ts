import { citeItem, type CitationStyle } from '#core/citation/citation-engine.ts';
import { cslItem } from '#core/citation/csl-item.ts';
import type { Exporter } from './exporter.ts';
import { cslArticle } from './csl-article.ts';
import { onePartEach } from './one-part-each.ts';

/** A list of the articles as works cited, one a paragraph, in the order of the file. */
function citations(style: CitationStyle, label: string): Exporter {
  return {
    format: `cite-${style}`,
    label,
    group: 'references',
    mime: 'text/plain',
    extension: 'txt',
    holds: 'kept',
    leaves: ['people'],
    begin: ({ options }) =>
      onePartEach((group) => {
        const item = group.article === null ? cslArticle(group) : cslItem(group.article);
        return `${citeItem(item, style, options.language, 'text')}\n`;
      }),
  };
}

export const citeApa = citations('apa', 'exportCiteApa');
export const citeMla = citations('mla', 'exportCiteMla');
export const citeChicago = citations('chicago', 'exportCiteChicago');
export const citeHarvard = citations('harvard', 'exportCiteHarvard');
