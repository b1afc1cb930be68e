import { describe, expect, test } from 'vitest';
import {
  chosenStyles,
  storedStyles,
  withStyleChanged,
  withStyleMoved,
} from '#core/mark-styles/chosen-styles.ts';
import { markStyles } from '#core/mark-styles/registry.ts';

const ids = markStyles.map(({ id }) => id);
const [first = '', second = ''] = ids;
const order = (stored: unknown): readonly string[] => chosenStyles(stored).map(({ look }) => look.id);

describe('the reader’s mark styles', () => {
  test.each([null, undefined, 7, 'green', {}, [null, 3, 'x', {}, { id: 'none' }], [{ id: ['green'] }]])(
    '%j is no choice',
    (stored) => {
      expect(order(stored)).toEqual(ids);
      expect(chosenStyles(stored).every(({ on, name }) => on && name === '')).toBe(true);
      expect(storedStyles(chosenStyles(stored))).toBeNull();
    },
  );

  test('what is stored is read back: order, names, on and off', () => {
    const chosen = withStyleChanged(withStyleMoved(chosenStyles(null), second, -1), first, {
      name: ' Evidence ',
      on: false,
    });
    const back = chosenStyles(JSON.parse(JSON.stringify(storedStyles(chosen))));
    expect(back.map(({ look }) => look.id)).toEqual([second, first, ...ids.slice(2)]);
    expect(back[1]).toMatchObject({ name: 'Evidence', on: false });
  });

  test('one named twice is there once; a name is cut to length', () => {
    const chosen = chosenStyles([
      { id: second, name: 'x'.repeat(500) },
      { id: second, name: 'y' },
    ]);
    expect(chosen).toHaveLength(ids.length);
    expect(chosen[0]?.name).toBe('x'.repeat(40));
  });

  test('at the ends nothing moves', () => {
    const styles = chosenStyles(null);
    expect(withStyleMoved(styles, first, -1)).toBe(styles);
    expect(withStyleMoved(styles, ids.at(-1) ?? '', 1)).toBe(styles);
    expect(withStyleMoved(styles, 'none', 1)).toBe(styles);
  });
});
