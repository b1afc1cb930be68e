import type { Span } from '#core/text.ts';
import { type NameText, wordAt } from './name-runs.ts';
import type { KnownPerson } from './person-build.ts';
import { firstFrom, firstPlaced, placeMentions } from './person-index.ts';
import type { NameMention } from './person-mention.ts';
import type { Reference, ResolveContext } from './person-reference.ts';
import { resolveRole } from './person-role.ts';
import { resolveAge, resolveRelation, resolveRelative } from './person-relation.ts';
import { pronounGender, resolvePronoun } from './pronoun-resolve.ts';
import { makeTrail } from './pronoun-trail.ts';
import { titlesOf } from './title.ts';
import { wordSet } from './words.ts';

export type Resolve = (span: Span, context?: ResolveContext) => string | null;

/**
 * Makes the function that tells whom a span of the text means: a name that stands in it, a pronoun, or a role (`the senator`).
 * It answers with the person's full name, or null: nobody in particular, several people, or two who are equally likely.
 */
export function makeResolver(text: NameText, people: readonly KnownPerson[]): Resolve {
  const placed = placeMentions(people);
  const trailFor = makeTrail(text, people, placed);
  const { start } = text.doc.tokens;
  return (span, context = {}) => {
    let from = firstFrom(start, span.start);
    if (from > 0 && (text.doc.tokens.end[from - 1] ?? 0) > span.start) from--;
    let to = firstFrom(start, span.end);
    while (to > from && wordAt(text, to - 1).mark) to--;
    while (from < to && wordAt(text, from).mark) from++;
    if (from >= to) return null;
    const { trail, numbers } = trailFor(context);
    const reference: Reference = { text, people, placed, trail, numbers, from, to, context };
    return resolveReference(reference)?.person.name ?? null;
  };
}

function resolveReference(reference: Reference): KnownPerson | null {
  const { text, from, to } = reference;
  if (to - from === 1 || (to - from === 2 && wordAt(text, to - 1).lower === 'himself')) {
    const gender = pronounGender(text, from);
    if (gender !== null) return resolvePronoun(reference, gender);
  }
  const { relatives } = titlesOf(text.doc.language);
  if (to - from === 1 && wordSet(relatives).has(wordAt(text, from).lower)) return resolveRelative(reference);
  const named = namedIn(reference);
  if (named !== undefined) return named;
  return resolveRole(reference) ?? resolveRelation(reference) ?? resolveAge(reference);
}

/**
 * The person named in the span: null when the name only belongs to the speaker's description (`Trump's lawyer`, `a spokesman for
 * Clinton`, `the Trump campaign`) and nobody else is named; undefined when no name stands there.
 */
function namedIn(reference: Reference): KnownPerson | null | undefined {
  const { text, placed, from, to } = reference;
  const start = text.doc.tokens.start[from] ?? 0;
  const end = text.doc.tokens.end[to - 1] ?? 0;
  let found: KnownPerson | null | undefined;
  for (let i = firstPlaced(placed, start); i < placed.length; i++) {
    const item = placed[i];
    if (item === undefined || item.start >= end) break;
    if (item.mention === null) continue;
    if (!describes(reference, item.mention)) return item.known;
    found = null;
  }
  return found;
}

/** Whether a name in the span only describes the one who is meant. */
function describes(reference: Reference, mention: NameMention): boolean {
  const { text, from, to } = reference;
  const titles = titlesOf(text.doc.language);
  if (mention.possessive && mention.to + 1 < to) return true;
  const after = wordAt(text, mention.to);
  if (mention.to < to && after.lowerCase && (after.role || wordSet(titles.groups).has(after.lower)))
    return true;
  return mention.from > from && dependsOnNoun(text, from, mention.before?.from ?? mention.from, titles.links);
}

/** Whether the name hangs on a noun before it in the span: `a spokesman for`, `the wife of`. */
function dependsOnNoun(text: NameText, from: number, name: number, links: string): boolean {
  const before = wordAt(text, name - 1);
  if (name - 1 <= from) return false;
  if (before.lower === 'the' || before.lower === 'former') return dependsOnNoun(text, from, name - 1, links);
  return wordSet(links).has(before.lower) && before.lowerCase;
}
