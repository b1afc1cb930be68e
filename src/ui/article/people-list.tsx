import type { Person } from '#core/detect/types.ts';
import { t, tCount, tList } from '#ui/text.ts';

interface PeopleListProps {
  readonly people: readonly Person[];
  /** A place where a person is named was chosen: its offset in the article's text. */
  readonly onReveal: (start: number) => void;
}

/** The people whom the article names, with their roles and other names. A row leads to where each is first named. */
export function PeopleList({ people, onReveal }: PeopleListProps) {
  return (
    <ul class="rows">
      {people.map((person) => (
        <li key={person.name}>
          <button type="button" class="row" onClick={() => onReveal(person.mentions[0]?.start ?? 0)}>
            <span class="group-name" dir="auto">
              {person.name}
            </span>
            {person.roles.length > 0 && (
              <span class="person-roles" dir="auto">
                {person.roles.join(' · ')}
              </span>
            )}
            <span class="row-meta">
              <span>{tCount('namedTimes', person.mentions.length)}</span>
              {person.aliases.length > 0 && (
                <span>{t('alsoCalled', tList(person.aliases.map((alias) => t('inQuotes', alias))))}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
