import type { Detection, QuotationKind } from '#core/detect/types.ts';
import { tellingWords } from './speaker-name.ts';

/** How much one speaker says in an article. */
export interface SpeakerShare {
  /** The name, or the article's words for who it is; null for nobody who is told. */
  readonly speaker: string | null;
  /** Whether it is a person's name. */
  readonly named: boolean;
  /** As the article gives them. */
  readonly roles: readonly string[];
  readonly quotations: number;
  /** Characters (UTF-16 code units) of each kind. */
  readonly characters: Readonly<Record<QuotationKind, number>>;
}

/**
 * No more of them are told, and no longer words (UTF-16 code units) than these: a page that is made of names must not fill the little
 * memory that all tabs share.
 */
const MOST_SPEAKERS = 200;
const MOST_ROLES = 5;
const LONGEST = 200;

/** Who speaks in an article and how much each, who says most first. */
export function articleSummary({
  quotations,
  people,
}: Pick<Detection, 'quotations' | 'people'>): readonly SpeakerShare[] {
  const roles = new Map(people.map((person) => [person.name, person.roles]));
  const shares = new Map<string, SpeakerShare>();
  for (const { speaker, kind, start, end } of quotations) {
    const person = speaker?.person ?? null;
    const name = person ?? tellingWords(speaker?.text ?? null);
    const key = `${person !== null} ${name ?? ''}`;
    const share = shares.get(key) ?? {
      speaker: name,
      named: person !== null,
      roles: person === null ? [] : (roles.get(person) ?? []),
      quotations: 0,
      characters: { direct: 0, mixed: 0, indirect: 0 },
    };
    const characters = { ...share.characters, [kind]: share.characters[kind] + end - start };
    shares.set(key, { ...share, quotations: share.quotations + 1, characters });
  }
  const total = ({ characters }: SpeakerShare): number =>
    characters.direct + characters.mixed + characters.indirect;
  return [...shares.values()]
    .sort((a, b) => total(b) - total(a))
    .slice(0, MOST_SPEAKERS)
    .map((share) => ({
      ...share,
      speaker: share.speaker?.slice(0, LONGEST) ?? null,
      roles: share.roles.slice(0, MOST_ROLES).map((role) => role.slice(0, LONGEST)),
    }));
}
