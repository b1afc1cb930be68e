import type { Detection, Person } from './types.ts';

/** Far more than any article holds, and what a page can paint, and a list show, without being slow. */
const MOST_QUOTATIONS = 20_000;
/** People whom the story names but does not quote. */
const MOST_NAMED = 5_000;
/** People of whom only bylines and credits tell. */
const MOST_BESIDE = 200;
const MOST_MENTIONS = 20_000;

/**
 * Of what was detected, as much as a page may show: the first quotations, everybody who speaks in them, the first of the other people,
 * and the first places where they are named, each person's first among them. A page that names eighty thousand authors is no article,
 * and may not hold up whoever opens it.
 */
export function boundedDetection({ quotations, people }: Detection): Detection {
  const shown = quotations.slice(0, MOST_QUOTATIONS);
  const speakers = new Set(shown.map(({ speaker }) => speaker?.person));
  let named = 0;
  let beside = 0;
  const kept = people.filter((person) => {
    if (speakers.has(person.name)) return true;
    return isOfStory(person) ? named++ < MOST_NAMED : beside++ < MOST_BESIDE;
  });
  return { quotations: shown, people: withFirstMentions(kept) };
}

const isOfStory = ({ mentions }: Person): boolean => mentions.some(({ role }) => role === 'story');

function withFirstMentions(people: readonly Person[]): readonly Person[] {
  const starts = people.flatMap(({ mentions }) => mentions.map(({ start }) => start));
  if (starts.length <= MOST_MENTIONS) return people;
  const end = Float64Array.from(starts).sort()[MOST_MENTIONS] ?? Number.POSITIVE_INFINITY;
  return people.map((person) => ({
    ...person,
    mentions: person.mentions.filter(({ start }, index) => index === 0 || start < end),
  }));
}
