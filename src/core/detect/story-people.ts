import type { Detection } from './types.ts';

/** The names of those who may be meant as a speaker: those who speak, then the others of the story; not the reporters. */
export function storyPeople({ people, quotations }: Detection): string[] {
  const speakers = new Set(quotations.map(({ speaker }) => speaker?.person));
  const story = people.filter(({ mentions }) => mentions.some(({ role }) => role === 'story'));
  return [
    ...story.filter(({ name }) => speakers.has(name)),
    ...story.filter(({ name }) => !speakers.has(name)),
  ].map(({ name }) => name);
}
