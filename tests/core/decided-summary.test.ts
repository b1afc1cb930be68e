import { expect, test } from 'vitest';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import type { SpeakerShare } from '#core/article-summary.ts';
import { decidedSummary } from '#core/decided-summary.ts';

const share = (speaker: string, quotations: number, direct: number): SpeakerShare => ({
  speaker,
  named: true,
  roles: ['mayor'],
  quotations,
  characters: { direct, mixed: 0, indirect: 0 },
});

function record(exact: string, decided: Partial<QuotationRecord>): Annotation {
  return createAnnotation({
    id: `urn:uuid:${exact}`,
    now: '2026-01-01T00:00:00.000Z',
    source: 'https://example.org/a',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation: {
      kind: 'direct',
      mention: null,
      speaker: 'Ana Ruiz',
      detectedSpeaker: 'Ana Ruiz',
      cue: null,
      evidence: [],
      confidence: 1,
      status: 'detected',
      ...decided,
    },
  });
}

const brief = (shares: readonly SpeakerShare[]) =>
  shares.map(({ speaker, quotations, characters }) => [speaker, quotations, characters.direct]);
const detected = [share('Ana Ruiz', 2, 30), share('Ben Cole', 1, 8)];

test('what the reader has only kept or confirmed changes nothing', () => {
  const kept = [record('a', {}), record('b', { status: 'confirmed' })];
  expect(decidedSummary(detected, kept)).toEqual(detected);
});

test('a corrected passage counts for whom the reader names, known or new', () => {
  const toBen = [record('twenty letters long.', { status: 'corrected', speaker: 'Ben Cole' })];
  expect(brief(decidedSummary(detected, toBen))).toEqual([
    ['Ben Cole', 2, 28],
    ['Ana Ruiz', 1, 10],
  ]);
  const toCleo = [record('twenty letters long.', { status: 'corrected', speaker: 'Cleo Dane' })];
  expect(brief(decidedSummary(detected, toCleo))).toContainEqual(['Cleo Dane', 1, 20]);
});

test('a refused passage counts for nobody, and who says nothing else is gone', () => {
  const refused = [
    record('eight it', { status: 'rejected', speaker: 'Ben Cole', detectedSpeaker: 'Ben Cole' }),
  ];
  expect(brief(decidedSummary(detected, refused))).toEqual([['Ana Ruiz', 2, 30]]);
});
