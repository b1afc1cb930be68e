import { asJson } from './json-values.ts';
import type { Shape } from './shape.ts';

/** Records that are small and say one thing: of two, the one that was written last stands whole. */
export function wholeShape<T extends object>(
  parse: (value: unknown) => T | null,
  keyOf: (record: T) => readonly string[],
): Shape {
  return {
    partsOf: (record) => {
      const parsed = parse(record);
      return parsed && { fields: { record: asJson(parsed) }, sets: {}, texts: [] };
    },
    editedOf: () => null,
    recordOf: (key, { fields }) => {
      const record = parse(fields['record']);
      // What lies under another key than its own would be written over something else.
      return record !== null && JSON.stringify(keyOf(record)) === JSON.stringify(key) ? record : null;
    },
  };
}
