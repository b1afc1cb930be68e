import { sameFullName, spellingKey } from './person-form.ts';
import type { NameMention } from './person-mention.ts';
import { firstNameGender } from './lexicon-names.ts';

/** The mentions of one person, in order. */
export interface PersonGroup {
  readonly mentions: NameMention[];
}

/** Full names are compared only with those that share a word with them; of these at most so many. */
const compareLimit = 50;

/**
 * Groups mentions into people. First the full names (two words or more) are joined where they can be one person's;
 * then each single name goes to the person whose surname (or else given name) it is. Two people with one
 * surname stay two. Groups are in order of first mention.
 */
export function groupMentions(mentions: readonly NameMention[]): PersonGroup[] {
  const groups: PersonGroup[] = [];
  const byKey = new Map<string, PersonGroup[]>();
  const index = (group: PersonGroup, mention: NameMention): void => {
    for (const key of mention.form.keys) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [group]);
      else if (!list.includes(group) && list.length < compareLimit) list.push(group);
    }
  };
  // Names of running text first: a headline's capitals must not make the person.
  const full = mentions.filter((mention) => mention.form.words.length > 1);
  for (const mention of [...full.filter((m) => !m.headline), ...full.filter((m) => m.headline)]) {
    const group = findFull(mention, byKey) ?? { mentions: [] };
    if (group.mentions.length === 0) groups.push(group);
    group.mentions.push(mention);
    index(group, mention);
  }
  for (const mention of mentions) {
    if (mention.form.words.length > 1) continue;
    let group = findSingle(mention, byKey);
    if (group === null) {
      group = { mentions: [] };
      groups.push(group);
    }
    group.mentions.push(mention);
    index(group, mention);
  }
  for (const group of groups) group.mentions.sort((a, b) => a.from - b.from);
  return groups.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0));
}

function findFull(mention: NameMention, byKey: ReadonlyMap<string, PersonGroup[]>): PersonGroup | null {
  for (const key of [...mention.form.keys].reverse()) {
    for (const group of byKey.get(key) ?? []) {
      if (contradicts(mention, group)) continue;
      if (
        group.mentions.some((other) => other.form.words.length > 1 && sameFullName(mention.form, other.form))
      )
        return group;
    }
  }
  return null;
}

/** Whether gender forbids that a mention belongs to a group. */
function contradicts(mention: NameMention, group: PersonGroup): boolean {
  if (mention.gender === null) return false;
  const titled = mention.before?.gender ?? null;
  return group.mentions.some((other) => {
    const own = other.before?.gender ?? null;
    return titled !== null
      ? other.gender !== null && other.gender !== titled
      : own !== null && own !== mention.gender;
  });
}

function findSingle(mention: NameMention, byKey: ReadonlyMap<string, PersonGroup[]>): PersonGroup | null {
  const key = spellingKey(mention.form.words[0] ?? '');
  const all = (byKey.get(key) ?? []).filter((group) => !contradicts(mention, group));
  const surname = all.filter((group) => group.mentions.some((other) => isSurnameOf(key, other)));
  const pool = surname.length > 0 ? surname : all;
  if (pool.length <= 1) return pool[0] ?? null;
  const titled = mention.before?.head ?? null;
  if (titled !== null) {
    const same = pool.filter((group) =>
      group.mentions.some((other) => other !== mention && other.before?.head === titled),
    );
    if (same.length === 1) return same[0] ?? null;
  }
  return nearest(mention, pool);
}

function isSurnameOf(key: string, other: NameMention): boolean {
  const { keys } = other.form;
  if (keys[keys.length - 1] === key) return true;
  if (keys[0] !== key) return keys.length > 2 && keys[keys.length - 2] === key;
  // Family name first (Xi Jinping): a first word that is no known given name.
  return keys.length === 1 || firstNameGender(other.form.words[0] ?? '') === null;
}

/** Of several people with the name, the one last named by more than this name; before any of them, the first. */
function nearest(mention: NameMention, pool: readonly PersonGroup[]): PersonGroup | null {
  let best: PersonGroup | null = null;
  let bestAt = -1;
  for (const group of pool) {
    for (const other of group.mentions) {
      if (other.from < mention.from && other.form.words.length > 1 && other.from > bestAt) {
        best = group;
        bestAt = other.from;
      }
    }
  }
  return best ?? pool[0] ?? null;
}
