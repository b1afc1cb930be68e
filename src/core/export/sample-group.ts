import { createAnnotation } from '#core/annotation-edit.ts';
import { bareGroup, type ArticleGroup } from './article-group.ts';

const at = '2026-01-05T08:00:00.000Z';
const source = 'https://www.example-news.com/harbour-bridge';

/** An article with one quotation, to show what a template makes of it. */
export const sampleGroup: ArticleGroup = bareGroup(
  source,
  {
    source,
    title: 'Harbour bridge to close for two years',
    byline: 'Ann Teller',
    outlet: 'The Example',
    language: 'en',
    section: null,
    published: '2026-01-05',
    modified: null,
    origins: {},
    firstSeen: at,
    lastSeen: at,
  },
  [
    createAnnotation({
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      now: at,
      source,
      selector: [{ type: 'TextQuoteSelector', exact: '“We will not wait,”', prefix: '', suffix: '' }],
      quotation: {
        kind: 'direct',
        mention: 'Marlow',
        speaker: 'Ida Marlow',
        detectedSpeaker: 'Ida Marlow',
        cue: 'said',
        evidence: [],
        confidence: 0.9,
        status: 'confirmed',
      },
      note: 'Compare with March.',
      tags: ['bridge'],
    }),
  ],
);
