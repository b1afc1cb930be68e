import type { ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { bareArticle } from '#core/bare-article.ts';
import type { QuotationView } from '#popover/quotation-model-type.ts';

export const article: ArticleRecord = {
  ...bareArticle('https://example.org/a', '2026-01-01T00:00:00.000Z', 'A'),
  language: 'en',
};
export const found: QuotationRecord = {
  kind: 'direct',
  mention: 'he',
  speaker: 'Ben',
  detectedSpeaker: 'Ben',
  cue: 'said',
  evidence: [],
  confidence: 0.9,
  status: 'detected',
};
export const view: QuotationView = {
  type: 'quotation',
  intent: 'show',
  article,
  annotation: null,
  outcome: 'exact',
  passage: {
    exact: 'No.',
    selector: [{ type: 'TextQuoteSelector', exact: 'No.', prefix: '', suffix: '' }],
    start: 0,
    before: '',
    after: '',
  },
  found,
  people: ['Ben'],
  roles: [[]],
  others: 0,
  rank: { number: 2, count: 7 },
  decisions: [],
};
