import { expect, test } from 'vitest';
import { createAnnotation, withSpeaker } from '#core/annotation-edit.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { citationChoices } from '#core/citation/citation-choice.ts';
import { citationStyles } from '#core/citation/citation-engine.ts';
import { citation } from '#core/citation/cite.ts';
import { citePassage } from '#core/citation/cite-passage.ts';

const article: ArticleRecord = {
  source: 'https://www.example-news.com/bridge',
  title: 'The bridge will close',
  byline: 'Ines Falk',
  outlet: 'The Example',
  language: 'en',
  section: null,
  published: '2026-03-04T08:00:00Z',
  modified: null,
  origins: {},
  firstSeen: '2026-03-04T09:00:00.000Z',
  lastSeen: '2026-03-04T09:00:00.000Z',
};
const passage = createAnnotation({
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  now: '2026-03-04T09:00:00.000Z',
  source: article.source,
  selector: [{ type: 'TextQuoteSelector', exact: 'We can repair it once.', prefix: '', suffix: '' }],
  quotation: null,
});

test('every style that can be chosen is one that is written', () => {
  expect(citationChoices).toEqual(['plain', ...citationStyles]);
});

test.each(citationStyles)('%s: the words, who says them, and the article’s reference below', (style) => {
  const said = withSpeaker(passage, 'Marta Lindqvist', passage.modified);
  const [words, reference, ...more] = citePassage(said, article, style, 'en').split('\n');
  expect(words).toBe('“We can repair it once.” — Marta Lindqvist');
  expect(reference).toContain('Falk');
  expect(reference).toMatch(/The bridge will close/iu);
  expect(reference).toContain('2026');
  expect(more).toEqual([]);
  expect(citePassage(passage, article, style, 'en')).toMatch(/^“We can repair it once\.”\n/u);
});

test('a title with a run of spaces is cited as one with a space, in about the same time', () => {
  const cite = (title: string): { text: string; ms: number } => {
    const start = process.cpuUsage();
    const text = citation({ ...article, title }, 'apa', 'en');
    const { user, system } = process.cpuUsage(start);
    return { text, ms: (user + system) / 1000 };
  };
  cite('a b');
  const [plain, spaced] = [cite('Low water'), cite(`Low${' '.repeat(30_000)}water`)];
  expect(spaced.text).toBe(plain.text);
  expect(spaced.ms).toBeLessThan(plain.ms * 6 + 200);
});
