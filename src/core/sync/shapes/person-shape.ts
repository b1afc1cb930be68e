import { mergeNotes } from '#core/merge-notes.ts';
import { parsePersonRecord } from '#core/person-record.ts';
import { earliestFirst, textsIn } from './json-values.ts';
import type { Shape } from './shape.ts';

/** People one by one. Who is one person by the reader's word, see `person-groups.ts`. */
export const personShape: Shape = {
  partsOf: (record) => {
    const person = parsePersonRecord(record);
    if (person === null) return null;
    const { name, created, follows, apart, note } = person;
    return {
      fields: { name, created },
      sets: { follows: follows.toSorted(), apart: apart.toSorted() },
      texts: note === '' ? [] : [note],
    };
  },
  editedOf: (record) => {
    const person = parsePersonRecord(record);
    return person && Date.parse(person.modified);
  },
  recordOf: (id, { fields, sets, texts }, edited) =>
    parsePersonRecord({
      id,
      name: fields['name'],
      note: textsIn(texts).reduce((all, one) => mergeNotes(all, one), ''),
      follows: (sets['follows'] ?? []).toSorted(),
      apart: (sets['apart'] ?? []).toSorted(),
      created: fields['created'],
      modified: new Date(edited).toISOString(),
    }),
  rankOf: (name, value) => (name === 'created' ? earliestFirst(value) : 0),
};
