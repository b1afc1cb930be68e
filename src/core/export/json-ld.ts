import type { Exporter } from './exporter.ts';
import { CONTEXT, OWN_LISTS, webAnnotation } from './web-annotation.ts';

/**
 * The W3C's Web Annotations as JSON-LD: one page of annotations (https://www.w3.org/TR/annotation-model/#annotation-page). What is
 * kept beside them follows, so that all of it comes back.
 */
export const jsonLd: Exporter = {
  format: 'json-ld',
  label: 'exportJsonLd',
  group: 'data',
  mime: 'application/ld+json',
  extension: 'jsonld',
  holds: 'everything',
  leaves: [],
  begin: ({ exportedAt }) => {
    const head = { '@context': CONTEXT, type: 'AnnotationPage', 'onrecord:exported': exportedAt };
    let before = `${JSON.stringify(head).slice(0, -1)},\n"items":[`;
    let separator = '\n';
    const own = Object.fromEntries(Object.values(OWN_LISTS).map((name) => [name, new Set<string>()]));
    const keep = (name: string, records: readonly object[]): void => {
      for (const record of records) own[name]?.add(JSON.stringify(record));
    };
    return {
      add({ annotations, article, people, appearances, decisions, versions }) {
        if (article !== null) keep(OWN_LISTS.articles, [article]);
        keep(OWN_LISTS.people, people);
        keep(OWN_LISTS.appearances, appearances);
        keep(OWN_LISTS.decisions, decisions);
        keep(OWN_LISTS.versions, versions);
        let text = before;
        before = '';
        for (const annotation of annotations) {
          text += separator + JSON.stringify(webAnnotation(annotation, article));
          separator = ',\n';
        }
        return text;
      },
      end: () => {
        const lists = Object.entries(own).filter(([, records]) => records.size > 0);
        const rest = lists.map(([name, records]) => `,\n"${name}":[\n${written(records)}\n]`);
        return `${before}\n]${rest.join('')}}\n`;
      },
    };
  },
};

function written(records: ReadonlySet<string>): string {
  return [...records].map((record) => JSON.stringify(record)).join(',\n');
}
