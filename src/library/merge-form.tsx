import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PersonRecord } from '#core/person-record.ts';
import { request } from '#messaging/client.ts';
import type { PersonCount } from '#core/person-count.ts';
import { t, tFacts } from '#ui/text.ts';
import type { Deeds } from './deeds.ts';
import { PersonForm } from './person-form.tsx';
import { countWords, exampleWords } from './person-words.ts';

interface MergeFormProps {
  readonly person: PersonRecord;
  /** Offered before anything is typed. */
  readonly namesakes: readonly PersonCount[];
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

/** So many people are offered. */
const SHOWN = 8;

/** Who is the same person? Found by name; only what is chosen here is joined. */
export function MergeForm({ person, namesakes, deeds, onClose }: MergeFormProps) {
  const name = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [follow, setFollow] = useState(false);
  const found = usePeopleFound(query, person.id);
  const offered = query.trim() === '' ? namesakes.slice(0, SHOWN) : found;
  const isOffered = offered?.some((one) => one.person.id === chosen) ?? false;
  useEffect(() => field.current?.focus(), []);
  const merge = (): void => {
    if (chosen === null) return;
    const input = { into: person.id, from: [chosen], follow };
    deeds.run(() => request('people.merge', input), t('personMerged'));
  };
  return (
    <PersonForm
      title={t('personMergeTitle', person.name)}
      action={t('personMergeDo')}
      disabled={!isOffered}
      onSubmit={merge}
      onClose={onClose}
    >
      <input
        ref={field}
        type="search"
        class="input"
        dir="auto"
        autocomplete="off"
        value={query}
        placeholder={t('personMergeFind')}
        aria-label={t('personMergeFind')}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <div role="status">
        {offered?.length === 0 && query.trim() !== '' && <p class="quiet-line">{t('personMergeNone')}</p>}
      </div>
      {offered !== null && offered.length > 0 && (
        <fieldset class="person-choices">
          <legend class="heard">{t('personMergeTitle', person.name)}</legend>
          {offered.map((one) => (
            <label key={one.person.id} class="person-choice">
              <input
                type="radio"
                name={name}
                checked={one.person.id === chosen}
                onChange={() => setChosen(one.person.id)}
              />
              <span class="person-choice-words">
                <bdi>{one.person.name}</bdi>
                <span class="shelf-about">{tFacts([exampleWords(one), countWords(one)])}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="person-choice">
        <input
          type="checkbox"
          checked={follow}
          onChange={(event) => setFollow(event.currentTarget.checked)}
        />
        <span>{t('personFollow')}</span>
      </label>
      <p class="shelf-about">{t('personMergeText')}</p>
    </PersonForm>
  );
}

/** People other than this one whose names hold what is typed; null until they are known. */
function usePeopleFound(query: string, self: string): readonly PersonCount[] | null {
  const [found, setFound] = useState<readonly PersonCount[] | null>(null);
  useEffect(() => {
    if (query.trim() === '') return undefined;
    let isCurrent = true;
    const take = (people: readonly PersonCount[]): void => {
      if (isCurrent) setFound(people.filter(({ person }) => person.id !== self).slice(0, SHOWN));
    };
    request('people.list', { query, order: 'count', offset: 0, limit: SHOWN + 1 }).then(
      ({ items }) => take(items),
      () => take([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [query, self]);
  return found;
}
