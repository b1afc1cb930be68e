import { expect, it } from 'vitest';
import type { QuotationRecord } from '#core/annotation.ts';
import { whoseWord } from '#core/export/whose-word.ts';
import { saidBy } from '#tests/storage/records.ts';

const corrected = (change: Partial<QuotationRecord>): QuotationRecord => ({
  ...saidBy('Ida Marlow', 'corrected'),
  ...change,
});

it.each([
  [null, 'chosen by the reader'],
  [saidBy('Ida Marlow'), 'detected, not checked'],
  [saidBy('Ida Marlow', 'confirmed'), 'confirmed by the reader'],
  [saidBy(null, 'rejected'), 'not a quotation, says the reader'],
  [corrected({ detectedSpeaker: 'Tom $1 Reed' }), 'corrected by the reader (detected: Tom $1 Reed)'],
  [corrected({ detectedSpeaker: null }), 'corrected by the reader (detected: nobody)'],
  [
    corrected({ detectedSpeaker: null, mention: 'a harbour pilot' }),
    'corrected by the reader (detected: a harbour pilot)',
  ],
  [corrected({ detectedSpeaker: null, mention: 'they' }), 'corrected by the reader (detected: nobody)'],
  // A decision that the name is no person's has taken it out.
  [{ ...saidBy('Ida Marlow'), speaker: null }, 'corrected by the reader (detected: Ida Marlow)'],
  [corrected({ detectedKind: 'mixed' }), 'corrected by the reader (detected: Parts of sentences)'],
  [corrected({ detectedExact: '“We will not' }), 'corrected by the reader (detected: ““We will not”)'],
  [
    corrected({ detectedSpeaker: 'Tom Reed', detectedKind: 'indirect', detectedExact: 'not wait' }),
    'corrected by the reader (detected: Tom Reed, Reported speech, “not wait”)',
  ],
])('of %j it says %j', (quotation, words) => {
  expect(whoseWord(quotation)).toBe(words);
});
