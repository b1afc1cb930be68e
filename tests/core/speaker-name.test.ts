import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { speakerName, tellingWords } from '#core/speaker-name.ts';

describe('tellingWords', () => {
  it.each([
    ['officials', 'officials'],
    ['the Court of Rivers', 'the Court of Rivers'],
    ['They', null],
    ['who', null],
    ['he himself', null],
    ['some of them', null],
    ['US', 'US'],
    ['WHO', 'WHO'],
    ['I', null],
    ['man', null],
    ["c'", null],
    ['qu’', null],
    ['„Sie“', null],
    ['', null],
    ['—', null],
    ['\ud83d', null],
    [null, null],
  ])('%j gives %j', (mention, shown) => expect(tellingWords(mention)).toBe(shown));

  it('takes a megabyte in little time', () => {
    const taken = cpuMs(() => {
      tellingWords('they '.repeat(200_000));
    });
    expect(taken).toBeLessThan(2000);
  });
});

describe('speakerName', () => {
  it.each([
    ['a person', { speaker: 'Ana', mention: 'she', status: 'detected' }, 'Ana'],
    ['words for a group', { speaker: null, mention: 'officials', status: 'confirmed' }, 'officials'],
    ['a word for nobody', { speaker: null, mention: 'they', status: 'detected' }, null],
    ['nobody, by the reader’s word', { speaker: null, mention: 'officials', status: 'corrected' }, null],
  ] as const)('%s', (_, quotation, shown) => expect(speakerName(quotation)).toBe(shown));
});
