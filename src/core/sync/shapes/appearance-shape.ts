import { parseAppearance } from '#core/person-record.ts';
import type { Shape } from './shape.ts';

/** That a name of an article means somebody. `person` is whom it was said to mean; who that is now, see `person-groups.ts`. */
export const appearanceShape: Shape = {
  partsOf: (record) => {
    const appearance = parseAppearance(record);
    if (appearance === null) return null;
    const { name, person } = appearance;
    return { fields: { name, person }, sets: {}, texts: [] };
  },
  editedOf: () => null,
  recordOf: ([source, key], { fields }) =>
    parseAppearance({ source, key, name: fields['name'], person: fields['person'] }),
  // That the reader has said it is somebody else stands against that a machine has met somebody.
  rankOf: (name, _value, earlier) => (name === 'person' && earlier !== undefined ? 1 : 0),
};
