import type { DocumentEvidence, FormEvidence } from './name-evidence.ts';
import type { FeatureList } from './name-feature-list.ts';
import { begins, wordAt, type NameRun, type NameText } from './name-runs.ts';

/**
 * What the document shows of how the word of a token is used, as one number.
 *
 * @param form the evidence of the word
 */
export function useKey(
  text: NameText,
  evidence: DocumentEvidence,
  form: Readonly<FormEvidence>,
  run: NameRun,
  i: number,
): number {
  let key = Math.min(3, form.inside);
  key = key * 3 + Math.min(2, form.afterName);
  key = key * 3 + Math.min(2, form.beside);
  key = key * 3 + Math.min(2, form.afterPlace);
  key = key * 2 + (evidence.small.has(wordAt(text, i).lower) ? 1 : 0);
  key = key * 2 + (text.begins[i] === begins.inside ? 0 : 1);
  key = key * 2 + (wordAt(text, i - 1).capital ? 1 : 0);
  return key * 2 + (run.to - run.from === 1 ? 1 : 0);
}

/** One more than the highest `useKey`. */
export const useKeys = 4 * 3 * 3 * 3 * 2 * 2 * 2 * 2;

/** What a `useKey` tells. */
export function useFeatures(key: number, list: FeatureList): void {
  const alone = key & 1;
  const capital = (key >> 1) & 1;
  const start = (key >> 2) & 1;
  const small = (key >> 3) & 1;
  const uses = key >> 4;
  const place = uses % 3;
  const beside = Math.floor(uses / 3) % 3;
  const after = Math.floor(uses / 9) % 3;
  const inside = Math.floor(uses / 27);
  list.add(70, small * 2 + start);
  list.add(71, inside);
  list.add(72, after * 4 + small * 2 + capital);
  list.add(73, beside * 3 + place);
  list.add(74, (beside * 3 + place) * 3 + after);
  if (small === 0 && after > 0) list.add(75, inside);
  if (after + beside + place > 0) list.add(76, ((after * 3 + beside) * 3 + place) * 2 + alone);
}

/**
 * How far the runs that hold the word of a token look like people, as one number.
 *
 * @param form the evidence of the word
 * @param before that of the word before it, if it stands in the same run
 */
export function personKey(
  text: NameText,
  form: Readonly<FormEvidence>,
  before: Readonly<FormEvidence> | null,
  run: NameRun,
  i: number,
): number {
  let key = before !== null && wordAt(text, i - 1).capital ? 1 + Math.min(3, before.person) : 0;
  key = key * 5 + Math.min(4, Math.ceil(form.person / 2));
  key = key * 4 + Math.min(3, form.other);
  key = key * 3 + Math.min(2, form.ends);
  key = key * 4 + wordAt(text, i).tier;
  return key * 2 + (run.to - run.from === 1 ? 1 : 0);
}

/** What a `personKey` tells. */
export function personFeatures(key: number, list: FeatureList): void {
  const alone = key & 1;
  const tier = (key >> 1) & 3;
  const counts = key >> 3;
  const ends = counts % 3;
  const other = Math.floor(counts / 3) % 4;
  const person = Math.floor(counts / 12) % 5;
  const before = Math.floor(counts / 60);
  list.add(77, person * 4 + other);
  list.add(78, ends * 4 + other);
  list.add(79, (person * 4 + other) * 2 + alone);
  list.add(80, (person * 3 + ends) * 8 + tier);
  if (before > 0) list.add(81, (before - 1) * 8 + Math.min(3, person));
}
