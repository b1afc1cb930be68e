import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import type { ArticleOnPage } from './article-state.ts';
import type { QuotationRow } from './group-by-speaker.ts';

/** The passage of a row: what is kept of it, or what would be, as far as the row knows that. It is for taking out, not for keeping. */
export function rowPassage({ quotation, record }: QuotationRow, { source }: ArticleOnPage): Annotation {
  if (record !== null) return record;
  const { kind, speaker, confidence, exact } = quotation;
  const person = speaker?.person ?? null;
  return createAnnotation({
    id: '',
    now: new Date().toISOString(),
    source,
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation: {
      kind,
      mention: speaker?.text ?? null,
      speaker: person,
      detectedSpeaker: person,
      cue: null,
      evidence: [],
      confidence,
      status: 'detected',
    },
  });
}
