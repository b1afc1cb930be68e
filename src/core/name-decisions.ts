import type { Decision } from './decision.ts';
import { tellingWords } from './speaker-name.ts';

/** Whom the names of an article mean by the reader's word. */
export interface NameDecisions {
  /** Who is meant by a name: another name of the same person, or null for what names nobody. */
  readonly nameOf: (name: string) => string | null;
  /** Who speaks where the detector has found this person, else these words of the article. */
  readonly speakerOf: (person: string | null, words: string | null) => string | null;
}

/** Reads an article's decisions. A name that is said to be another is followed to the last one; a circle is gone round once. */
export function nameDecisions(decisions: readonly Decision[]): NameDecisions {
  const nobody = new Set<string>();
  const same = new Map<string, string>();
  const speakers = new Map<string, string | null>();
  for (const { kind, about, value } of decisions) {
    if (kind === 'not-a-person') nobody.add(about);
    if (kind === 'same-person' && value !== null) same.set(about, value);
    if (kind === 'speaker') speakers.set(about, value);
  }
  const nameOf = (name: string): string | null => {
    const seen = new Set<string>();
    let last = name;
    for (;;) {
      if (nobody.has(last)) return null;
      const next = same.get(last);
      if (next === undefined || seen.has(next)) return last;
      seen.add(last);
      last = next;
    }
  };
  return {
    nameOf,
    speakerOf(person, words) {
      const said = speakers.get(person ?? tellingWords(words) ?? '');
      const name = said === undefined ? person : said;
      return name === null ? null : nameOf(name);
    },
  };
}
