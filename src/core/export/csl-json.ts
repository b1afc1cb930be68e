import type { Exporter } from './exporter.ts';
import { cslArticle } from './csl-article.ts';

/** CSL-JSON for Zotero, Pandoc and their kin: a list of newspaper articles. */
export const cslJson: Exporter = {
  format: 'csl-json',
  label: 'exportCslJson',
  group: 'references',
  mime: 'application/vnd.citationstyles.csl+json',
  extension: 'json',
  holds: 'kept',
  leaves: ['people'],
  begin: () => {
    let separator = '[\n';
    return {
      add(group) {
        const text = separator + JSON.stringify(cslArticle(group));
        separator = ',\n';
        return text;
      },
      end: () => (separator === ',\n' ? '\n]\n' : '[\n]\n'),
    };
  },
};
