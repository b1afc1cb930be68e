import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect } from '#core/detect/detect.ts';
import { sampleParts } from '../../src/welcome/sample-parts.ts';

/** The invented article in each language, read by the real detector. */
function sample(locale: string): { readonly text: string; readonly language: string } {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<
    string,
    { readonly message: string } | undefined
  >;
  const words = (key: string): string => messages[key]?.message ?? '';
  const text = ['sampleFirst', 'sampleSecond', 'sampleThird'].map(words).join('\n\n');
  return { text, language: words('sampleLanguage') };
}

describe.each(readdirSync('public/_locales'))('the sample article in %s', (locale) => {
  const { text, language } = sample(locale);
  const detection = detect(text, { language });
  const said = (start: number): string | null | undefined =>
    detection.quotations.find((quotation) => quotation.start >= start)?.speaker?.person;
  const paragraphs = text.split('\n\n');

  test('the first two quotations are found with who speaks', () => {
    expect(said(0)).toBe('Marta Lindqvist');
    expect(said((paragraphs[0]?.length ?? 0) + 2)).toBe('Tobias Achterberg');
  });

  test('the last one is not given to her who says it: there is something to put right, and she can be chosen', () => {
    const third = text.length - (paragraphs[2]?.length ?? 0);
    expect(detection.quotations.some(({ start }) => start >= third)).toBe(true);
    expect(said(third)).not.toBe('Ada Okonkwo');
    expect(detection.people.map(({ name }) => name)).toContain('Ada Okonkwo');
  });

  test('its parts are its text, and each quotation is one of them', () => {
    const parts = sampleParts(text, detection);
    expect(parts.map((paragraph) => paragraph.map((part) => part.text).join('')).join('\n\n')).toBe(text);
    const marked = parts.flat().filter(({ quotation }) => quotation !== null);
    expect(marked.length).toBeGreaterThanOrEqual(3);
  });
});

describe('sampleParts', () => {
  const nothing = { quotations: [], people: [] };
  test.each([[''], ['One.'], ['One.\n\nTwo.'], ['One.\n\n\n\nTwo.']])('of %j', (text) => {
    const parts = sampleParts(text, nothing);
    expect(parts.map((paragraph) => paragraph.map((part) => part.text).join('')).join('\n\n')).toBe(text);
  });

  test('marks that overlap, or go from one paragraph into the next, lose no words', () => {
    const quotation = { kind: 'direct', speaker: null, cue: null, evidence: [], confidence: 0 } as const;
    const quotations = [
      { ...quotation, start: 0, end: 6 },
      { ...quotation, start: 4, end: 9 },
      { ...quotation, start: 7, end: 14 },
    ];
    const text = 'One two.\n\nThree four.';
    const parts = sampleParts(text, { quotations, people: [] });
    expect(parts.map((paragraph) => paragraph.map((part) => part.text).join('')).join('\n\n')).toBe(text);
    expect(parts.flat().filter(({ quotation: marked }) => marked !== null)).toHaveLength(1);
  });
});
