import { expect, it } from 'vitest';
import { articleSummary } from '#core/article-summary.ts';
import type { Quotation } from '#core/detect/types.ts';

/** As far as a summary looks at it. */
const quotation = (name: string, length: number): Quotation =>
  ({ start: 0, end: length, kind: 'direct', speaker: { person: name, text: name } }) as unknown as Quotation;

it('of a page that is made of names stays small, and tells who says most', () => {
  const names = Array.from({ length: 3_000 }, (_, i) => `${'Long '.repeat(400)}${i}`);
  const quotations = names.map((name, i) => quotation(name, i));
  const summary = articleSummary({ quotations: [...quotations, quotation('Ana', 9_000)], people: [] });
  expect(summary[0]).toMatchObject({ speaker: 'Ana', characters: { direct: 9_000 } });
  expect(JSON.stringify(summary).length).toBeLessThan(200_000);
});
