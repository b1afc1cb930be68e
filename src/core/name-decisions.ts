import type { Decision } from './decision.ts';
import { tellingWords } from './speaker-name.ts';

/** Whom the names of an article mean by the reader's word. */
export interface NameDecisions {
  /** Who is meant by a name: another name of the same person, or null for what names nobody. */
  readonly nameOf: (name: string) => string | null;
  /** Who speaks where the detector has found this person, else these words of the article. */
  readonly speakerOf: (person: string | null, words: string | null) => string | null;
}

/**
 * Reads an article's decisions. A name that is said to be another is followed to the last one, each step once however many names lead
 * over it: decisions come from files, too, and may be one long chain. Names that are said to be one another in a circle are the one
 * that is first by its letters.
 */
export function nameDecisions(decisions: readonly Decision[]): NameDecisions {
  const nobody = new Set<string>();
  const same = new Map<string, string>();
  const speakers = new Map<string, string | null>();
  for (const { kind, about, value } of decisions) {
    if (kind === 'not-a-person') nobody.add(about);
    if (kind === 'same-person' && value !== null) same.set(about, value);
    if (kind === 'speaker') speakers.set(about, value);
  }
  const known = new Map<string, string | null>();
  const nameOf = (name: string): string | null => {
    const path = new Set<string>();
    let last = name;
    for (let next = same.get(last); next !== undefined && !isEnd(last, path); next = same.get(last)) {
      path.add(last);
      last = next;
    }
    const before = known.get(last);
    const end = path.has(last) ? firstOf(path, last) : last;
    const answer = before !== undefined ? before : nobody.has(last) ? null : end;
    for (const step of path) known.set(step, answer);
    return answer;
  };
  const isEnd = (name: string, path: ReadonlySet<string>): boolean =>
    nobody.has(name) || known.has(name) || path.has(name);
  return {
    nameOf,
    speakerOf(person, words) {
      const said = speakers.get(person ?? tellingWords(words) ?? '');
      const name = said === undefined ? person : said;
      return name === null ? null : nameOf(name);
    },
  };
}

/** The first by its letters of those who stand in a circle: the way leads into it, and round it from `from` on. */
function firstOf(way: ReadonlySet<string>, from: string): string {
  const names = [...way];
  return names.slice(names.indexOf(from)).reduce((first, name) => (name < first ? name : first), from);
}
