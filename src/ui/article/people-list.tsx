import { namedWords, roleWords } from '#ui/person-words.ts';
import { t, tList } from '#ui/text.ts';
import type { ListedPerson } from './list-people.ts';

interface PeopleListProps {
  readonly people: readonly ListedPerson[];
  /** A place where a person is named was chosen: its offset in the article's text. */
  readonly onReveal: (start: number) => void;
}

/** The people whom the article names, with their roles and other names. A row leads to where each is first named. */
export function PeopleList({ people, onReveal }: PeopleListProps) {
  return (
    <ul class="rows">
      {people.map(({ person, part }) => (
        <li key={person.name}>
          <button type="button" class="row" onClick={() => onReveal(person.mentions[0]?.start ?? 0)}>
            <span class="person-line">
              <span class="group-name" dir="auto">
                {person.name}
              </span>
              {part !== 'story' && (
                <span class="badge">{part === 'byline' ? t('partByline') : t('partCredit')}</span>
              )}
            </span>
            {person.roles.length > 0 && (
              <span class="person-roles" dir="auto">
                {roleWords(person.roles)}
              </span>
            )}
            <span class="row-meta">
              <span>{namedWords(person.mentions.length)}</span>
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
