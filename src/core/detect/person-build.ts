import { property, startsWith } from './letter-properties.ts';
import type { Span } from '#core/text.ts';
import type { NameText } from './name-runs.ts';
import type { PersonGroup } from './person-group.ts';
import { personConfidence } from './person-confidence.ts';
import { personGender } from './person-gender.ts';
import type { NameMention } from './person-mention.ts';
import type { TitleFound } from './person-title.ts';
import type { Evidence, Person } from './types.ts';

/** A person with what the resolver needs to know. */
export interface KnownPerson {
  readonly person: Person;
  readonly mentions: readonly NameMention[];
  /** Nouns of the person's roles, lower case, with how often the article gives them. */
  readonly heads: ReadonlyMap<string, number>;
  /** All words of the roles, lower case: tells `the deputy mayor` from `the mayor`. */
  readonly roleWords: ReadonlySet<string>;
}

/** Roles and aliases kept for one person. */
const listLimit = 12;

/** Makes the people of a document from its groups. Every name is unique: a second bearer is numbered by nothing, but joined. */
export function buildPeople(text: NameText, groups: readonly PersonGroup[]): KnownPerson[] {
  const byName = new Map<string, NameMention[]>();
  for (const group of groups) {
    const name = fullestName(text, group.mentions);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, group.mentions);
    else
      byName.set(
        name,
        [...same, ...group.mentions].sort((a, b) => a.from - b.from),
      );
  }
  const named = new Set(groups.flatMap((group) => group.mentions.map((mention) => mention.from)));
  return [...byName].map(([name, mentions]) => buildPerson(text, name, mentions, named));
}

function buildPerson(
  text: NameText,
  name: string,
  mentions: readonly NameMention[],
  named: ReadonlySet<number>,
): KnownPerson {
  const aliases = new Set<string>();
  const roles = new Map<string, string>();
  const heads = new Map<string, number>();
  const roleWords = new Set<string>();
  const evidence: Evidence[] = [];
  const note = (code: string, found: TitleFound, words: Span): void => {
    if (evidence.length < 4 && !evidence.some((other) => other.code === code))
      evidence.push({ code, words: [words] });
    if (found.role === null || found.head === null) return;
    heads.set(found.head, (heads.get(found.head) ?? 0) + 1);
    for (let i = found.role.from; i < found.role.to; i++) roleWords.add(text.words[i]?.lower ?? '');
    const role = sliceTokens(text, found.role.from, found.role.to);
    if (roles.size < listLimit && !roles.has(role.toLowerCase())) roles.set(role.toLowerCase(), role);
  };
  let probability = 0;
  let sum = 0;
  for (const mention of mentions) {
    const form = sliceTokens(text, mention.from, mention.to);
    if (form !== name && aliases.size < listLimit) aliases.add(form);
    probability = Math.max(probability, mention.probability);
    sum += mention.probability;
    if (mention.before !== null) {
      if (aliases.size < listLimit && mention.before.to - mention.before.from < 4) {
        const titled = sliceTokens(text, mention.before.from, mention.to);
        if (startsWith(titled, property.upper)) aliases.add(titled);
      }
      note('title', mention.before, tokenSpan(text, mention.before.from, mention.before.to));
    }
    if (mention.after !== null)
      note('apposition', mention.after, tokenSpan(text, mention.after.from, mention.after.to));
  }
  const first =
    mentions.find((mention) => sliceTokens(text, mention.from, mention.to) === name) ?? mentions[0];
  if (first !== undefined)
    evidence.unshift({ code: 'name', words: [{ start: first.start, end: first.end }] });
  const person: Person = {
    name,
    aliases: [...aliases],
    roles: [...roles.values()],
    gender: personGender(text, mentions, named),
    mentions: mentions.map(({ start, end, role }) => ({
      start,
      end,
      role,
      text: text.doc.text.slice(start, end),
    })),
    evidence,
    confidence: mentions.length === 0 ? 0 : personConfidence(probability, sum / mentions.length),
  };
  return { person, mentions, heads, roleWords };
}

/** The form with most words; of equals the most frequent, then the first. Headlines' forms count only when there is no other. */
function fullestName(text: NameText, mentions: readonly NameMention[]): string {
  const counts = new Map<string, { count: number; words: number }>();
  const story = mentions.filter((mention) => !mention.headline);
  for (const mention of story.length > 0 ? story : mentions) {
    const form = sliceTokens(text, mention.from, mention.to);
    const entry = counts.get(form);
    if (entry === undefined) counts.set(form, { count: 1, words: Math.min(mention.form.words.length, 4) });
    else entry.count++;
  }
  let best = '';
  let bestScore = -1;
  for (const [form, { count, words }] of counts) {
    const score = words * 1e6 + Math.min(count, 999_999);
    if (score > bestScore) {
      best = form;
      bestScore = score;
    }
  }
  return best;
}

/** The words of a token range as they stand, with line breaks and runs of blanks made one blank. */
function sliceTokens(text: NameText, from: number, to: number): string {
  const { word } = text.doc.tokens;
  // Most mentions are one word.
  if (to - from === 1) return word[from] ?? '';
  const { start, end } = tokenSpan(text, from, to);
  const slice = text.doc.text.slice(start, end);
  return oneBlank(text, from, to) ? slice : slice.replace(/\s+/g, ' ');
}

/** Whether the tokens of a range touch each other or stand one plain blank apart. */
function oneBlank(text: NameText, from: number, to: number): boolean {
  const { start, end } = text.doc.tokens;
  for (let i = from + 1; i < to; i++) {
    const before = end[i - 1] ?? 0;
    const gap = (start[i] ?? 0) - before;
    if (gap > 1 || (gap === 1 && text.doc.text.charCodeAt(before) !== 0x20)) return false;
  }
  return true;
}

function tokenSpan(text: NameText, from: number, to: number): Span {
  const { start, end } = text.doc.tokens;
  return { start: start[from] ?? 0, end: end[to - 1] ?? 0 };
}
