import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldLine } from '#scripts/gold-check.ts';
import { compileGold, goldSources } from '#scripts/gold-compile.ts';
import { FIGURES, GOLD, goldFigures, readGoldSets, type GoldFigures } from '#scripts/gold-figures.ts';

const floorsFile = join(GOLD, 'floors.json');
const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Record<string, GoldFigures>;
const sets = readGoldSets();

describe('the gold files', () => {
  it.each(goldSources())('%s.jsonl is what its sources give', (name) => {
    const file = join(GOLD, `${name}.jsonl`);
    expect(existsSync(file), `run npx tsx scripts/gold.ts`).toBe(true);
    expect(readFileSync(file, 'utf8'), 'run npx tsx scripts/gold.ts').toBe(
      compileGold(join(GOLD, 'source', name)),
    );
  });

  it.each([...sets])('%s: every span of a name or a speaker holds its words', (_, articles) => {
    for (const { id, text, quotes, people } of articles)
      for (const span of [...people, ...quotes.flatMap((q) => q.speaker ?? [])])
        expect((span as { text?: string }).text, id).toBe(text.slice(span.start, span.end));
  });
});

describe.each([...sets])('the detector on %s', (name, articles) => {
  const figures = goldFigures(articles);
  it.each([...FIGURES])('%s is not below its floor', (figure) => {
    const floor = floors[name];
    expect(floor, `no floors for ${name}: npx tsx scripts/gold.ts --floors`).toBeDefined();
    expect(figures[figure] ?? -1).toBeGreaterThanOrEqual(floor?.[figure] ?? -1);
  });
});

describe('the checks of the sources', () => {
  const article = (body: string): string => `language: en\nfocus: a test\na = Ada Finch\n---\n${body}\n`;

  it('turns markup into spans', () => {
    const line = goldLine(
      't',
      article('{d1 “Yes,”} {^1 said} {@1 Dr. {a:Finch}}. {d2 “No,”} {@2=a she} added.'),
    );
    expect(line.text).toBe('“Yes,” said Dr. Finch. “No,” she added.');
    expect(line.quotes).toEqual([
      {
        start: 0,
        end: 6,
        kind: 'direct',
        speaker: { start: 12, end: 21, text: 'Dr. Finch', person: 'Ada Finch' },
        cue: { start: 7, end: 11 },
      },
      {
        start: 23,
        end: 28,
        kind: 'direct',
        speaker: { start: 29, end: 32, text: 'she', person: 'Ada Finch' },
        cue: null,
      },
    ]);
    expect(line.people).toEqual([{ start: 16, end: 21, text: 'Finch', person: 'Ada Finch', cluster: 0 }]);
  });

  it.each([
    ['a mark without a label', '“Yes,” {a:Finch}', 'a mark without a label'],
    ['a name without a label', '{a:Finch} met Finch.', 'Finch without a label'],
    ['a quotation with no speaker', '{a:Finch}: {d3 “Yes.”}', 'no speaker 3'],
    ['a speaker of nothing', '{a@4:Finch} slept.', 'speaker or cue 4 of nothing'],
    ['another name', '{a:Robin}', 'Robin is not Ada Finch'],
    ['nobody', '{b:Finch}', 'nobody has the key b'],
    ['an open stretch', '{a:Finch', 'not closed'],
    ['a closed one too many', '{a:Finch}}', 'a } too many'],
    ['a person never named', 'Nothing happened.', 'never named: Ada Finch'],
    ['blanks at the ends', '{a:Finch }', 'blanks at its ends'],
    ['a quotation ignored for a word', '{d “{~ Go}, {a:Finch}.”}', 'would ignore the quotation'],
    ['speech that begins with no mark', '{a:Finch}: {d yes}', 'begins with no mark'],
  ])('refuses %s', (_, body, message) => {
    expect(() => goldLine('t', article(body))).toThrow(message);
  });
});
