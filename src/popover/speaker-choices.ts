import type { SubjectView } from '#messaging/protocol.ts';
import { roleWords } from '#ui/person-words.ts';
import type { Choice } from '#ui/speaker-picker.tsx';

/** The people of the article with what it says that they are. */
export function speakerChoices({
  people,
  roles,
}: Pick<Extract<SubjectView, { type: 'quotation' }>, 'people' | 'roles'>): readonly Choice[] {
  return people.map((name, index) => ({ name, about: roleWords(roles[index] ?? []) ?? '' }));
}
