import type { Annotation, ArticleRecord } from '#core/annotation.ts';

/** Records that have the same words wherever a page, a file or the reader may put any. */

const at = '2026-01-02T03:04:05.000Z';
const address = 'https://lantern.example/low';

export function hostileArticle(words: string, source = address): ArticleRecord {
  return {
    source,
    title: words,
    byline: words,
    outlet: words,
    language: words,
    section: words,
    published: words,
    modified: words,
    origins: {},
    firstSeen: at,
    lastSeen: at,
  };
}

export function hostileAnnotation(words: string, source = address): Annotation {
  return {
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    type: 'Annotation',
    motivation: 'commenting',
    created: at,
    modified: at,
    body: [
      { type: 'TextualBody', purpose: 'commenting', value: words, format: 'text/markdown' },
      { type: 'TextualBody', purpose: 'tagging', value: words, format: 'text/plain' },
    ],
    target: {
      type: 'SpecificResource',
      source,
      selector: [{ type: 'TextQuoteSelector', exact: words, prefix: words, suffix: words }],
    },
    quotation: {
      kind: 'direct',
      mention: words,
      speaker: words,
      detectedSpeaker: words,
      cue: words,
      evidence: [{ code: 'cue-after', words: [words] }],
      confidence: 0.9,
      status: 'confirmed',
    },
  };
}
