import { describe, expect, test } from 'vitest';
import { boundedDetection } from '#core/detect/bounded-detection.ts';
import { detect } from '#core/detect/detect.ts';
import type { Detection, Person } from '#core/detect/types.ts';

const named = (name: string, start: number, role: 'story' | 'byline' = 'story', times = 1): Person => ({
  name,
  aliases: [],
  roles: [],
  gender: null,
  mentions: Array.from({ length: times }, (_, i) => ({
    start: start + i * 10,
    end: start + i * 10 + 5,
    text: name,
    role,
  })),
  evidence: [],
  confidence: 1,
});
const said = (start: number, person: string): Detection['quotations'][number] => ({
  start,
  end: start + 3,
  kind: 'direct',
  speaker: { start: start + 4, end: start + 8, text: person, person },
  cue: null,
  evidence: [],
  confidence: 1,
});
const mentions = ({ people }: Detection): number =>
  people.reduce((sum, person) => sum + person.mentions.length, 0);

describe('what a page may show of what was detected', () => {
  test('of an article everything', () => {
    const detection = detect(
      'By Ann Teller\n\n“The gate is shut,” said Bo Lind. Ada Brandt, the chair, left at noon.',
      { language: 'en' },
    );
    expect(detection.people.length).toBeGreaterThan(1);
    expect(boundedDetection(detection)).toEqual(detection);
  });

  test('of eighty thousand authors the first two hundred, and whoever speaks', () => {
    const authors = Array.from({ length: 80_000 }, (_, i) => named(`Author ${i}`, i * 10, 'byline'));
    const { people, quotations } = boundedDetection({
      quotations: [said(900_000, 'Author 70000')],
      people: authors,
    });
    expect(people.length).toBe(201);
    expect(people.at(-1)?.name).toBe('Author 70000');
    expect(quotations).toHaveLength(1);
  });

  test('of people without end the first, with those of the byline', () => {
    const people = Array.from({ length: 30_000 }, (_, i) => named(`N ${i}`, i * 10));
    const kept = boundedDetection({
      quotations: [],
      people: [...people, named('Ann', 400_000, 'byline')],
    }).people;
    expect(kept).toHaveLength(5_001);
    expect(kept.at(-1)?.name).toBe('Ann');
  });

  test('of one name a million times over the first places, and of every other person one', () => {
    const bounded = boundedDetection({
      quotations: [],
      people: [named('Bo Lind', 0, 'story', 1_000_000), named('Ada Brandt', 99_999_999)],
    });
    expect(bounded.people.map(({ name }) => name)).toEqual(['Bo Lind', 'Ada Brandt']);
    expect(mentions(bounded)).toBe(20_001);
  });

  test('of quotations without end the first', () => {
    const quotations = Array.from({ length: 90_000 }, (_, i) => said(i * 10, `Speaker ${i}`));
    const people = quotations.map(({ start }, i) => named(`Speaker ${i}`, start));
    const bounded = boundedDetection({ quotations, people });
    expect(bounded.quotations).toHaveLength(20_000);
    expect(bounded.people).toHaveLength(25_000);
  });
});
