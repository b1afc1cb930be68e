import { describe, expect, it } from 'vitest';
import { withEnds, withSpeaker, withStatus } from '#core/annotation-edit.ts';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import { decidedQuotation } from '#core/decided-quotation.ts';
import type { Decision } from '#core/decision.ts';
import { nameDecisions } from '#core/name-decisions.ts';
import { annotation, at, saidBy, source } from '../storage/records.ts';

const exact = 'The boats were never counted.';
const found: QuotationRecord = { ...saidBy('Ana Ortiz'), mention: 'the mayor' };
const kept: Annotation = annotation({ number: 1, exact, quotation: found });
const decision = (kind: Decision['kind'], value: string | null): Decision => ({
  source,
  kind,
  about: 'Ana Ortiz',
  value,
  at: at(3),
});

const said = (records: readonly Annotation[], decisions: readonly Decision[], quotation = found) =>
  decidedQuotation({ exact, quotation }, records, nameDecisions(decisions));

describe('a quotation as it was detected', () => {
  it.each([
    ['stays so without a word of the reader’s', [kept], [], 'Ana Ortiz', 'detected'],
    ['is confirmed', [withStatus(kept, 'confirmed', at(4))], [], 'Ana Ortiz', 'confirmed'],
    ['is no quotation', [withStatus(kept, 'rejected', at(4))], [], 'Ana Ortiz', 'rejected'],
    ['has another speaker', [withSpeaker(kept, 'Ben Reed', at(4))], [], 'Ben Reed', 'corrected'],
    ['has another speaker by a decision', [], [decision('speaker', 'Ben Reed')], 'Ben Reed', 'corrected'],
    ['is said by the same person under another name', [], [decision('same-person', 'Ana Ruiz')], 'Ana Ruiz', 'corrected'],
    ['is said by nobody whose name that is', [], [decision('not-a-person', null)], null, 'detected'],
    [
      'follows the word on itself before that on the name',
      [withSpeaker(kept, 'Ben Reed', at(4))],
      [decision('speaker', 'Cleo Marsh')],
      'Ben Reed',
      'corrected',
    ],
  ] as const)('%s', (_what, records, decisions, speaker, status) => {
    const { quotation } = said(records, decisions);
    expect(quotation).toMatchObject({ speaker, status, detectedSpeaker: 'Ana Ortiz' });
  }); // prettier-ignore

  it('has the words that the reader has set', () => {
    const selector = [{ type: 'TextQuoteSelector' as const, exact: 'never counted', prefix: '', suffix: '' }];
    const moved = withEnds(kept, { before: exact, exact: 'never counted', selector }, at(4));
    expect(said([moved], [])).toMatchObject({ exact: 'never counted', quotation: { status: 'corrected' } });
  });

  it('is as detected again when a decision that was stored with it is taken back', () => {
    const stored: QuotationRecord = { ...found, speaker: 'Ben Reed', status: 'corrected' };
    expect(said([], [], stored).quotation).toMatchObject({ speaker: 'Ana Ortiz', status: 'detected' });
  });
});
