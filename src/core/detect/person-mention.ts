import { isTwoSyllables } from './letter-properties.ts';
import type { Paragraph } from './document.ts';
import { lineRole } from './person-line.ts';
import type { NameForm } from './person-form.ts';
import { nameForm } from './person-form.ts';
import { firstNameGender } from './lexicon-names.ts';
import { wordAt, type NameText, type TaggedName } from './name-runs.ts';
import { appositionAfter, titleBefore, type TitleFound } from './person-title.ts';
import type { MentionRole } from './types.ts';

/** One place where a name stands, with what its surroundings tell. */
export interface NameMention {
  /** Token range of the name, without titles and possessive. */
  readonly from: number;
  readonly to: number;
  /** The tagger's probability that this is a name. */
  readonly probability: number;
  /** UTF-16 offsets of the same. */
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
  readonly before: TitleFound | null;
  readonly after: TitleFound | null;
  /** What title, relation or first name tell of the person's gender here. */
  readonly gender: 'female' | 'male' | null;
  readonly role: MentionRole;
  /** Set in capitals or in a headline: joins a person but does not name one. */
  readonly headline: boolean;
  /** Whether it stands before a clitic `'s`. */
  readonly possessive: boolean;
}

/** Turns the tagger's ranges into mentions. */
export function makeMentions(text: NameText, names: readonly TaggedName[]): NameMention[] {
  const { tokens, paragraphs } = text.doc;
  const roles = new Map<Paragraph, MentionRole>();
  const roleIn = (paragraph: Paragraph): MentionRole => {
    let role = roles.get(paragraph);
    if (role === undefined) roles.set(paragraph, (role = paragraphRole(text, paragraph)));
    return role;
  };
  return names.map(({ from, to, probability }) => {
    const before = titleBefore(text, from);
    const after = appositionAfter(text, to);
    const paragraph = paragraphs[tokens.paragraph[from] ?? 0];
    const role = paragraph === undefined ? 'story' : roleIn(paragraph);
    return {
      from,
      to,
      probability,
      start: tokens.start[from] ?? 0,
      end: tokens.end[to - 1] ?? 0,
      form: nameForm(text, from, to),
      before,
      after,
      gender: before?.gender ?? after?.gender ?? givenGender(text, from, to),
      role: role === 'story' && beforeAgency(text, to) ? 'credit' : role,
      headline: paragraph?.role === 'title' || (text.style[from] ?? 0) > 0,
      possessive: clitic(wordAt(text, to).lower),
    };
  });
}

/** What the page or, without it, the words of a paragraph say of the people it names. */
function paragraphRole(text: NameText, paragraph: Paragraph): MentionRole {
  if (paragraph.role === 'byline' || paragraph.role === 'credit') return paragraph.role;
  return paragraph.role === 'title' || paragraph.role === 'heading' ? 'story' : lineRole(text, paragraph);
}

function clitic(lower: string): boolean {
  return lower === "'s" || lower === "'" || lower === '’';
}

/** `Al Drago/Pool/EPA`: a slash directly after a name is how agencies are credited. */
function beforeAgency(text: NameText, to: number): boolean {
  const { tokens } = text.doc;
  const after = wordAt(text, to);
  return after.word === '/' && tokens.start[to] === tokens.end[to - 1] && wordAt(text, to + 1).capital;
}

function givenGender(text: NameText, from: number, to: number): 'female' | 'male' | null {
  if (to - from < 2) return null;
  // `Park Eun-ji`: the family name stands first, and the given name is in no list.
  if (to - from === 2 && isTwoSyllables(wordAt(text, to - 1).word) && wordAt(text, from).surname) return null;
  for (let i = from; i < to - 1; i++) {
    const word = wordAt(text, i);
    if (word.initial) continue;
    const gender = firstNameGender(word.fold);
    return gender === 'either' ? null : gender;
  }
  return null;
}
