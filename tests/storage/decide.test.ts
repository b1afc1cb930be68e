import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { withSpeaker } from '#core/annotation-edit.ts';
import type { QuotationRecord } from '#core/annotation.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { putDecision } from '#storage/decide.ts';
import { annotation, article, at, freshStorage, id, source } from './records.ts';

const detected: QuotationRecord = {
  kind: 'direct',
  mention: 'he',
  speaker: 'Ana Ortiz',
  detectedSpeaker: 'Ana Ortiz',
  cue: 'said',
  evidence: [],
  confidence: 0.7,
  status: 'detected',
};

it('a decision that is taken back leaves what the reader has said by hand of one passage', async () => {
  const storage = freshStorage();
  const [now, record] = [
    Date.parse(at(5)),
    (number: number) => ({ ...annotation({ number }), quotation: detected }),
  ];
  const byHand = withSpeaker(record(1), 'Ben Reed', at(1));
  await putAnnotation(storage, { annotation: byHand, article: article() }, now);
  await putAnnotation(storage, { annotation: record(2), article: article() }, now);
  const decision = { source, kind: 'speaker', about: 'Ana Ortiz', value: 'Ben Reed', at: at(5) } as const;
  const speakers = async () =>
    Promise.all([1, 2].map(async (number) => (await getAnnotation(storage, id(number)))?.quotation?.speaker));
  await putDecision(storage, decision, false, now + 1);
  expect(await speakers()).toEqual(['Ben Reed', 'Ben Reed']);
  await putDecision(storage, decision, true, now + 2);
  expect(await speakers()).toEqual(['Ben Reed', 'Ana Ortiz']);
  expect((await getAnnotation(storage, id(1)))?.quotation?.status).toBe('corrected');
});
