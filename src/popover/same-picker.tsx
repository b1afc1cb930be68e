import { useEffect, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { PersonCount } from '#core/person-count.ts';
import { type Choice, SpeakerPicker } from '#ui/speaker-picker.tsx';
import { t, tCount } from '#ui/text.ts';
import type { KnownPerson, PersonView } from './person-model.ts';

interface SamePickerProps {
  readonly view: PersonView;
  /** Another name of this article, or one that was typed. */
  readonly onSame: (name: string) => void;
  /** Somebody in the library. */
  readonly onJoin: (other: KnownPerson) => void;
  readonly onCancel: () => void;
}

/** So many people of the library are offered. */
const SHOWN = 8;

/** Who is the same person? Somebody else of this article, somebody in the library, or the right name, typed. */
export function SamePicker({ view, onSame, onJoin, onCancel }: SamePickerProps) {
  const [typed, setTyped] = useState('');
  const library = usePeopleNamed(typed, view.known?.person.id ?? null);
  const here = new Set(view.others);
  const elsewhere = library.filter(
    ({ person }) => !here.has(person.name) && person.name !== view.person.name,
  );
  const choices: Choice[] = [
    ...view.others.map((name) => ({ name, about: '' })),
    ...elsewhere.map((one) => ({
      name: one.person.name,
      about: t('keptElsewhere', tCount('quotationCount', one.quotations), tCount('inArticles', one.articles)),
    })),
  ];
  return (
    <SpeakerPicker
      question={t('sameQuestion', view.person.name)}
      people={choices}
      current={view.person.name}
      withNobody={false}
      typedWords={(name) => t('sameTyped', name)}
      onPick={(name) => {
        const other = elsewhere.find(({ person }) => person.name === name)?.person;
        if (other !== undefined) onJoin(other);
        else if (name !== null) onSame(name);
      }}
      onCancel={onCancel}
      onType={setTyped}
    />
  );
}

/** People of the library whose names hold what is typed. */
function usePeopleNamed(query: string, self: string | null): readonly PersonCount[] {
  const [found, setFound] = useState<readonly PersonCount[]>([]);
  useEffect(() => {
    if (query === '') {
      setFound([]);
      return undefined;
    }
    let isCurrent = true;
    request('people.list', { query, order: 'count', offset: 0, limit: SHOWN }).then(
      ({ items }) => isCurrent && setFound(items.filter(({ person }) => person.id !== self)),
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [query, self]);
  return found;
}
