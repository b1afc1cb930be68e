import type { NameText, TaggedName } from './name-runs.ts';
import { tagByRules } from './name-rules.ts';

/** Finds the names of people among the runs of capitalised words of a document. */
export function tagNames(text: NameText): TaggedName[] {
  return tagByRules(text);
}
