import { expect, it } from 'vitest';
import { createRowPace } from '#ui/list/row-pace.ts';

it('draws as many rows as are allowed until it is known what they cost, then as many as the budget has room for', () => {
  const pace = createRowPace(5, 6);
  expect(pace.rows()).toBe(6);
  for (let i = 0; i < 20; i++) pace.note(6, 15);
  expect(pace.rows()).toBe(2);
  for (let i = 0; i < 20; i++) pace.note(2, 100);
  expect(pace.rows()).toBe(1);
  for (let i = 0; i < 40; i++) pace.note(1, 0.1);
  expect(pace.rows()).toBe(6);
});

it('is not misled by one that was slow, nor by a frame without a new row', () => {
  const pace = createRowPace(5, 6);
  pace.note(0, 500);
  expect(pace.rows()).toBe(6);
  for (let i = 0; i < 5; i++) pace.note(3, 3);
  pace.note(3, 9);
  expect(pace.rows()).toBeGreaterThanOrEqual(2);
});
