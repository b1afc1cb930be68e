import { useEffect, useState } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import type { PersonCount } from '#core/person-count.ts';
import type { Page } from '#messaging/library-protocol.ts';
import { t, tCount, tFacts } from '#ui/text.ts';
import { countWords, exampleWords } from './person-words.ts';
import { formatRoute } from './route.ts';

/** So many people are shown above the passages; all are in the list of people. */
const SHOWN = 4;
const nobody: Page<PersonCount> = { items: [], total: 0 };

/** People whose names, or the notes on whom, hold what is searched for. Nothing where there is nobody. */
export function FoundPeople({ query }: { readonly query: string }) {
  const { items: people, total } = usePeople(query);
  if (people.length === 0) return null;
  return (
    <section class="found-people" aria-labelledby="found-people-title">
      <h2 id="found-people-title" class="section-title">
        {t('navPeople')}
      </h2>
      <ul class="found-people-list">
        {people.map((one) => (
          <li key={one.person.id}>
            <a href={formatRoute({ view: 'person', id: one.person.id, filter: {} })}>
              <bdi>{one.person.name}</bdi>
            </a>
            <span class="shelf-about">{tFacts([exampleWords(one), countWords(one)])}</span>
          </li>
        ))}
        {total > people.length && (
          <li>
            <a href={formatRoute({ view: 'people', query })}>
              {tCount('namesakesMore', total - people.length)}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Those who fit best, asked for again whenever a record has changed. */
function usePeople(query: string): Page<PersonCount> {
  const [people, setPeople] = useState<Page<PersonCount>>(nobody);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const read = (): void => {
      request('people.list', { query, order: 'count', offset: 0, limit: SHOWN }).then(
        (found) => signal.aborted || setPeople(found),
        // The passages say what does not work.
        () => null,
      );
    };
    if (query.trim() === '') setPeople(nobody);
    else {
      read();
      onRevision(read, signal);
    }
    return () => controller.abort();
  }, [query]);
  return people;
}
