import { firstNameGender, formalName } from './lexicon-names.ts';
import { spellingKey } from './name-fold.ts';
import { nearlySame, sameFullName, type NameForm } from './person-form.ts';
import type { NameMention } from './person-mention.ts';

/** The mentions of one person, in order. */
export interface PersonGroup {
  readonly mentions: NameMention[];
}

/** A group while it grows, with what is compared: distinct forms rather than all mentions, so that grouping stays linear. */
interface Growing extends PersonGroup {
  readonly forms: Map<string, NameForm>;
  /** Nouns of titles before the name: `secretary`. */
  readonly heads: Set<string>;
  /** What titles alone, and what anything, tells of the gender. */
  readonly titled: Set<'female' | 'male'>;
  readonly genders: Set<'female' | 'male'>;
  /** How often the person is named before the mention in hand; full names count twice. */
  weight: number;
}

type Index = Map<string, Growing[]>;

/** Full names are compared with those that share a word with them; of these, and of forms, at most so many. */
const compareLimit = 30;

/**
 * Groups mentions into people. First the full names (two words or more) are joined where they can be one person's;
 * then each single name goes to the person whose surname (or else given name) it is. Two people with one
 * surname stay two. Groups are in order of first mention.
 */
export function groupMentions(mentions: readonly NameMention[]): PersonGroup[] {
  const groups: Growing[] = [];
  const index: Index = new Map();
  const owner = new Map<NameMention, Growing>();
  const place = (mention: NameMention, found: Growing | null): Growing => {
    const group = found ?? newGroup();
    if (found === null) groups.push(group);
    join(group, mention, index);
    owner.set(mention, group);
    return group;
  };
  // Names of running text first: a headline's capitals must not make the person.
  const full = mentions.filter((mention) => mention.form.words.length > 1);
  for (const mention of full) if (!mention.headline) place(mention, findFull(mention, index));
  for (const mention of full) if (mention.headline) place(mention, findFull(mention, index));
  for (const mention of mentions) {
    const known = owner.get(mention);
    if (known !== undefined) known.weight += 2;
    else place(mention, findSingle(mention, index)).weight++;
  }
  for (const group of groups) group.mentions.sort((a, b) => a.from - b.from);
  return groups.sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0));
}

function newGroup(): Growing {
  return {
    mentions: [],
    forms: new Map(),
    heads: new Set(),
    titled: new Set(),
    genders: new Set(),
    weight: 0,
  };
}

function join(group: Growing, mention: NameMention, index: Index): void {
  group.mentions.push(mention);
  if (mention.gender !== null) group.genders.add(mention.gender);
  const titled = mention.before?.gender ?? null;
  if (titled !== null) group.titled.add(titled);
  if (mention.before !== null && mention.before.head !== null) group.heads.add(mention.before.head);
  const form = mention.form.words.join(' ');
  if (group.forms.has(form) || group.forms.size >= compareLimit) return;
  group.forms.set(form, mention.form);
  const given = mention.form.words.length > 1 ? [givenKey(mention.form.words[0] ?? '')] : [];
  for (const key of [...mention.form.keys, ...given]) {
    const list = index.get(key);
    if (list === undefined) index.set(key, [group]);
    else if (list.length < compareLimit && !list.includes(group)) list.push(group);
  }
}

/** The key under which people are found by any short form of their given name; no word of a text is like it. */
function givenKey(fold: string): string {
  return `=${formalName(fold)}`;
}

function findFull(mention: NameMention, index: Index): Growing | null {
  for (const key of [...mention.form.keys].reverse()) {
    for (const group of index.get(key) ?? []) {
      if (contradicts(mention, group)) continue;
      for (const form of group.forms.values()) {
        if (form.words.length > 1 && sameFullName(mention.form, form)) return group;
      }
    }
  }
  return null;
}

/** Whether gender forbids that a mention belongs to a group. What a title says counts against everything else. */
function contradicts(mention: NameMention, group: Growing): boolean {
  const titled = mention.before?.gender ?? null;
  if (titled !== null)
    return group.genders.has(titled === 'female' ? 'male' : 'female') && !group.genders.has(titled);
  if (mention.gender === null) return false;
  return group.titled.has(mention.gender === 'female' ? 'male' : 'female');
}

function findSingle(mention: NameMention, index: Index): Growing | null {
  const key = spellingKey(mention.form.words[0] ?? '');
  const found = index.get(key) ?? calledShort(mention, index) ?? misspelt(key, index);
  const all = found.filter((group) => !contradicts(mention, group));
  const surname = all.filter((group) => [...group.forms.values()].some((form) => isSurnameOf(key, form)));
  const pool = surname.length > 0 ? surname : all;
  if (pool.length <= 1) return pool[0] ?? null;
  const titled = mention.before?.head ?? null;
  if (titled !== null) {
    const same = pool.filter((group) => group.heads.has(titled));
    if (same.length === 1) return same[0] ?? null;
  }
  return principal(pool);
}

/** The one person whose given name has the mention's word as its short form: `Dima` for `Dmitri Palmer`. */
function calledShort(mention: NameMention, index: Index): readonly Growing[] | null {
  const found = mention.before === null ? index.get(givenKey(mention.form.words[0] ?? '')) : undefined;
  return found?.length === 1 ? found : null;
}

/** People whose surname differs from the key by one letter (`McLenney` for `McClenney`), when there are few names to look through. */
function misspelt(key: string, index: Index): Growing[] {
  if (key.length < 5 || index.size > 300) return [];
  const found: Growing[] = [];
  for (const [other, groups] of index) {
    if (other.startsWith('=') || other.charAt(0) !== key.charAt(0) || !nearlySame(other, key)) continue;
    for (const group of groups) {
      for (const form of group.forms.values()) {
        if (form.words.length > 1 && form.keys[form.keys.length - 1] === other && !found.includes(group))
          found.push(group);
      }
    }
  }
  return found.length === 1 ? found : [];
}

function isSurnameOf(key: string, { keys, words }: NameForm): boolean {
  if (keys[keys.length - 1] === key) return true;
  if (keys[0] !== key) return keys.length > 2 && keys[keys.length - 2] === key;
  // Family name first (Xi Jinping): a first word that is no known given name.
  return keys.length === 1 || firstNameGender(words[0] ?? '') === null;
}

/**
 * Of several people with the surname, the one whom a reader takes it to mean: the one named most so far, and of equals
 * the one named first.
 */
function principal(pool: readonly Growing[]): Growing | null {
  let best: Growing | null = null;
  for (const group of pool) if (best === null || group.weight > best.weight) best = group;
  return best;
}
