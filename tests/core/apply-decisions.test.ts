import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#core/apply-decisions.ts';
import type { Decision } from '#core/decision.ts';
import type { Detection, Person, Quotation } from '#core/detect/types.ts';
import { nameDecisions } from '#core/name-decisions.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { growthOf } from '#tests/trust/growth.ts';

function person(name: string, start: number): Person {
  const mentions = [{ start, end: start + name.length, text: name, role: 'story' as const }];
  return {
    name,
    aliases: [],
    roles: [`role of ${name}`],
    gender: null,
    mentions,
    evidence: [],
    confidence: 0.5,
  };
}

function quotation(start: number, text: string, name: string | null): Quotation {
  const speaker = { start: 0, end: 1, text, person: name };
  return { start, end: start + 5, kind: 'direct', speaker, cue: null, evidence: [], confidence: 0.5 };
}

const found: Detection = {
  people: [person('Ana Ortiz', 0), person('A. Ortis', 50), person('Brezna', 90)],
  quotations: [
    quotation(10, 'Ana', 'Ana Ortiz'),
    quotation(60, 'Ortis', 'A. Ortis'),
    quotation(95, 'the ministry', null),
  ],
};

function decision(kind: Decision['kind'], about: string, value: string | null = null): Decision {
  return { source: 'https://a.example/', kind, about, value, at: '2026-01-01T00:00:00.000Z' };
}

describe('the reader’s word beats the detector’s', () => {
  test('two names of one person are joined, and what both say is one’s', () => {
    const { people, quotations } = applyDecisions(found, [decision('same-person', 'A. Ortis', 'Ana Ortiz')]);
    expect(people.map(({ name }) => name)).toEqual(['Ana Ortiz', 'Brezna']);
    expect(people[0]).toMatchObject({
      aliases: ['A. Ortis'],
      roles: ['role of Ana Ortiz', 'role of A. Ortis'],
    });
    expect(people[0]?.mentions).toHaveLength(2);
    const [, second] = quotations;
    expect(second && quotationRecord(second, ' '.repeat(200))).toMatchObject({
      speaker: 'Ana Ortiz',
      detectedSpeaker: 'A. Ortis',
      status: 'corrected',
    });
  });

  test('a name is nobody’s; words are somebody’s', () => {
    const said = [decision('not-a-person', 'Brezna'), decision('speaker', 'the ministry', 'Ana Ortiz')];
    const { people, quotations } = applyDecisions(found, said);
    expect(people.map(({ name }) => name)).not.toContain('Brezna');
    expect(quotations[2]?.speaker).toMatchObject({ person: 'Ana Ortiz', detected: null });
  });

  test('without decisions nothing is touched, and a circle ends', () => {
    expect(applyDecisions(found, [])).toBe(found);
    const circle = [decision('same-person', 'A', 'B'), decision('same-person', 'B', 'A')];
    expect(['A', 'B']).toContain(nameDecisions(circle).nameOf('A'));
  });

  test('who is said to be one another in a circle is one person, whoever is asked about first', () => {
    const circle = [
      decision('same-person', 'Ben', 'Cy'),
      decision('same-person', 'Cy', 'Ada'),
      decision('same-person', 'Ada', 'Ben'),
      decision('same-person', 'Dan', 'Cy'),
    ];
    for (const first of ['Dan', 'Cy', 'Ben', 'Ada']) {
      const { nameOf } = nameDecisions(circle);
      nameOf(first);
      expect(['Ada', 'Ben', 'Cy', 'Dan'].map(nameOf)).toEqual(['Ada', 'Ada', 'Ada', 'Ada']);
    }
  });

  test('who is nobody takes all along who are said to be that one', () => {
    const said = [
      decision('same-person', 'Ben', 'Cy'),
      decision('same-person', 'Cy', 'Ada'),
      decision('not-a-person', 'Cy'),
    ];
    const { nameOf } = nameDecisions(said);
    expect(['Ben', 'Cy', 'Ben', 'Ada'].map(nameOf)).toEqual([null, null, null, 'Ada']);
  });

  test('a chain of names takes time in proportion to its length', () => {
    const grown = growthOf(
      (text) => {
        const count = text.length;
        const chain = Array.from({ length: count }, (_, i) => decision('same-person', `${i}`, `${i + 1}`));
        const { nameOf } = nameDecisions(chain);
        for (let i = 0; i < count; i++) if (nameOf(`${i}`) !== `${count}`) throw new Error(`${i}`);
      },
      'a',
      64_000,
      1_000,
    );
    expect(grown.exponent).toBeLessThan(1.6);
  });
});
