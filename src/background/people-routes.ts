import { articleParser } from '#core/annotation-guard.ts';
import type { ArticleRecord } from '#core/annotation.ts';
import { nullable, object, oneOf, where } from '#core/guard.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import { nameKey } from '#core/search/search-document.ts';
import type { SearchFilter } from '#core/search/search-filter.ts';
import * as inputs from '#messaging/library-inputs.ts';
import { only } from '#messaging/inputs.ts';
import type { LibraryRequests } from '#messaging/library-protocol.ts';
import { RefusedError, type Routes } from '#messaging/server.ts';
import type { Storage } from '#storage/database.ts';
import { meetPerson } from '#storage/meet-person.ts';
import * as people from '#storage/people.ts';
import { personFigures } from '#storage/person-figures.ts';
import { tellApart } from '#storage/tell-apart.ts';
import { searchAnnotations, searchPeople } from '#storage/search-annotations.ts';
import { recordsChanged } from './records-changed.ts';
import { rememberHeld } from './storage-state.ts';

type Names = Extract<keyof LibraryRequests, `people.${string}`>;
type Answers = Routes<Pick<LibraryRequests, Names>>;
type Changes = 'people.merge' | 'people.apart' | 'people.split' | 'people.rename' | 'people.note';

/** At most so many people are listed for a query, those that fit best; and so many namesakes are shown. */
const FOUND = 1_000;
const NAMESAKES = 50;

/** Who is quoted, and what he or she said. */
export function peopleRoutes(storage: Storage): Answers {
  return {
    ...changeRoutes(storage),
    'people.list': {
      parse: inputs.paged<{ query: string; order: 'name' | 'count' }>({
        query: inputs.searchFields.query,
        order: oneOf('name', 'count'),
      }),
      from: 'ui',
      answer: async ({ query, order, limit, offset }) => {
        if (query.trim() === '') return people.listPeople(storage, order, limit, offset);
        const ids = await people.listedAmong(storage, await searchPeople(storage, query, FOUND), order);
        const found = await people.peopleAt(storage, ids.slice(offset, offset + limit));
        return { items: found, total: ids.length };
      },
    },
    'people.get': {
      parse: inputs.paged<{ id: string }>({ id: inputs.id }),
      from: 'ui',
      answer: async ({ id, limit, offset }) => {
        const [person] = await people.peopleAt(storage, [id]);
        if (person === undefined) return null;
        return { person, appearances: await people.appearancesOf(storage, id, limit, offset) };
      },
    },
    'people.namesakes': {
      parse: only('id', inputs.id),
      from: 'ui',
      answer: ({ id }) => people.namesakesOf(storage, id, NAMESAKES),
    },
    'people.find': {
      parse: object<{ source: string; name: string }>({ source: inputs.source, name: inputs.name }),
      from: 'ui',
      answer: ({ source, name }) => people.personOf(storage, source, nameKey(name)),
    },
    'people.meet': {
      parse: object<{ article: ArticleRecord; name: string }>({ article: articleParser, name: inputs.name }),
      from: 'ui',
      answer: async (input) => {
        const person = await meetPerson(storage, input, new Date().toISOString());
        if (person === null) throw new RefusedError('bad-message');
        recordsChanged();
        return person;
      },
    },
    'people.quotations': {
      parse: inputs.paged<{ id: string; filter: SearchFilter; order: 'latest' | 'earliest' }>({
        id: inputs.id,
        filter: inputs.filter,
        order: oneOf('latest', 'earliest'),
      }),
      from: 'ui',
      answer: async ({ id, filter, order, limit, offset }) => {
        const narrowed = { ...filter, person: id };
        const { items, total } = await searchAnnotations(storage, {
          query: '',
          filter: narrowed,
          order,
          limit,
          offset,
        });
        return { items, total };
      },
    },
    'people.figures': {
      parse: only('id', inputs.id),
      from: 'ui',
      answer: ({ id }) => personFigures(storage, id),
    },
  };
}

/** What the reader says of people. Each can be undone. */
function changeRoutes(storage: Storage): Pick<Answers, Changes> {
  const told = async <T>(change: Promise<T>): Promise<T> => {
    const answer = await change;
    recordsChanged();
    rememberHeld().catch((error: unknown) => console.error('people', error));
    return answer;
  };
  return {
    'people.merge': {
      parse: object<{ into: string; from: readonly string[]; follow: boolean }>({
        into: inputs.id,
        from: inputs.ids,
        follow: inputs.boolean,
      }),
      from: 'ui',
      answer: (input) => told(people.mergePeople(storage, input, Date.now())),
    },
    'people.apart': {
      parse: object<{ id: string; other: string }>({ id: inputs.id, other: inputs.id }),
      from: 'ui',
      answer: async ({ id, other }) => {
        await told(tellApart(storage, id, other, Date.now()));
        return null;
      },
    },
    'people.split': {
      parse: object<{ id: string; sources: readonly string[]; name: string | null }>({
        id: inputs.id,
        sources: inputs.sources,
        name: nullable(inputs.name),
      }),
      from: 'ui',
      answer: (input) => told(people.splitPerson(storage, input, Date.now())),
    },
    'people.rename': {
      parse: object<{ id: string; name: string }>({
        id: inputs.id,
        name: where(inputs.name, (name) => name.trim() !== ''),
      }),
      from: 'ui',
      answer: ({ id, name }) => told(people.renamePerson(storage, id, name, Date.now())),
    },
    'people.note': {
      parse: object<{ id: string; note: string; base: string }>({
        id: inputs.id,
        note: inputs.note,
        base: inputs.id,
      }),
      from: 'ui',
      answer: ({ id, note, base }) =>
        told(people.notePerson(storage, id, note, base, Date.now(), mergeNotes)),
    },
  };
}
