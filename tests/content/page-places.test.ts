// @vitest-environment happy-dom
import { savedPassage } from '#core/saved-passage.ts';
import { describe, expect, test } from 'vitest';
import type { Mark } from '#content/marks.ts';
import { nextMark, rankOf } from '#content/page-places.ts';
import type { Person } from '#core/detect/types.ts';
import { kept, person, quotation as sample } from '#tests/visual/gallery/sample.ts';

const range = document.createRange();
const span = (start: number) => ({ start, end: start + 5 });

function quotation(start: number): Mark {
  const placed = { quotation: sample('words', start, null, null), range, span: span(start) };
  return { id: `q${start}`, style: 'quotation', range, placed };
}

function saved(start: number): Mark {
  const passage = savedPassage(kept({ exact: 'words', start, quotation: null }));
  const placed = { saved: passage, outcome: 'exact', range, span: span(start), quotation: null } as const;
  return { id: `s${start}`, style: 'saved', range, placed };
}

function name(start: number): Mark {
  const one: Person = person('Ada Okonkwo', [], [], 1);
  return {
    id: `p${start}`,
    style: 'person',
    range,
    person: one,
    mention: { ...span(start), text: one.name, role: 'story' },
  };
}

/** As they are composed: what is kept first, then what was found, then the names. */
const marks = [saved(50), saved(10), quotation(30), quotation(70), name(20)];

describe('the rank of a mark', () => {
  test.each([
    ['s10', { number: 1, count: 4 }],
    ['q30', { number: 2, count: 4 }],
    ['s50', { number: 3, count: 4 }],
    ['q70', { number: 4, count: 4 }],
    ['p20', null],
  ])('%s', (id, rank) => {
    const mark = marks.find((one) => one.id === id);
    expect(mark && rankOf(marks, mark)).toEqual(rank);
  });

  test('of one that is gone is none', () => expect(rankOf([quotation(1)], quotation(2))).toBeNull());

  test('grows by one with each step, and begins again after the last', () => {
    let mark = nextMark(marks, null);
    const heard: (number | undefined)[] = [];
    for (let step = 0; step < 5 && mark; step += 1) {
      heard.push(rankOf(marks, mark)?.number);
      mark = nextMark(marks, mark);
    }
    expect(heard).toEqual([1, 2, 3, 4, 1]);
  });
});
