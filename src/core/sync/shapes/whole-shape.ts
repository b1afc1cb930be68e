import { asJson } from './json-values.ts';
import type { Shape } from './shape.ts';

/** Records that are small and say one thing: of two, the one that was written last stands whole. */
export function wholeShape(parse: (value: unknown) => object | null): Shape {
  return {
    partsOf: (record) => {
      const parsed = parse(record);
      return parsed && { fields: { record: asJson(parsed) }, sets: {}, texts: [] };
    },
    editedOf: () => null,
    recordOf: (_key, { fields }) => parse(fields['record']),
  };
}
