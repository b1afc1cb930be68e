import { parsePersonRecord } from '#core/person-record.ts';
import type { Json, Parts } from '#core/sync/sync-document.ts';
import { fittingTexts, oneNote } from './fitting-texts.ts';
import { timeText } from './json-values.ts';
import type { Shape } from './shape.ts';

/** A record has so many names that follow it, and as many people who are somebody else; an id has so many UTF-16 code units. */
const MANY = 10_000;
const ID = 100;

function fit({ fields, sets, texts }: Parts): Parts {
  const { follows = [], apart = [] } = sets;
  const ids = apart.filter((id) => id.length <= ID);
  return {
    fields,
    sets: { ...sets, follows: follows.slice(0, MANY), apart: ids.slice(0, MANY) },
    texts: fittingTexts(texts),
  };
}

/** What has no name or time that can be read has one all the same: else nobody would see what is noted of the person. */
function nameIn(value: Json | undefined): string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MANY ? value : '?';
}

function timeIn(value: Json | undefined): string {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return timeText(Number.isNaN(ms) ? 0 : ms);
}

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
  fit,
  recordOf: (id, parts, edited) => {
    const { fields, sets, texts } = fit(parts);
    return parsePersonRecord({
      id,
      name: nameIn(fields['name']),
      note: oneNote(fittingTexts(texts)),
      follows: (sets['follows'] ?? []).toSorted(),
      apart: (sets['apart'] ?? []).toSorted(),
      created: timeIn(fields['created']),
      modified: timeText(edited),
    });
  },
  // The name that the reader has given stands against one that an article has.
  rankOf: (name, _value, earlier) => (name === 'name' && earlier !== undefined ? 1 : 0),
};
