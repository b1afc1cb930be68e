import type { Exporter } from './exporter.ts';
import { CONTEXT, webAnnotation } from './web-annotation.ts';

/** The W3C's Web Annotations as JSON-LD: one page of annotations (https://www.w3.org/TR/annotation-model/#annotation-page). */
export const jsonLd: Exporter = {
  format: 'json-ld',
  label: 'exportJsonLd',
  mime: 'application/ld+json',
  extension: 'jsonld',
  holds: 'everything',
  begin: ({ exportedAt }) => {
    const head = { '@context': CONTEXT, type: 'AnnotationPage', 'onrecord:exported': exportedAt };
    let before = `${JSON.stringify(head).slice(0, -1)},\n"items":[`;
    let separator = '\n';
    return {
      add({ annotations, article }) {
        let text = before;
        before = '';
        for (const annotation of annotations) {
          text += separator + JSON.stringify(webAnnotation(annotation, article));
          separator = ',\n';
        }
        return text;
      },
      end: () => `${before}\n]}\n`,
    };
  },
};
