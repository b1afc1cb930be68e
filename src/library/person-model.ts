import { type ReadonlySignal, signal } from '@preact/signals';
import type { request } from '#messaging/client.ts';
import type { PersonFigures } from '#core/person-figures.ts';
import type { Appearance, PersonCount } from '#messaging/library-protocol.ts';

/** A person, and what articles say of him or her. */
export interface PersonReady {
  readonly state: 'ready';
  readonly person: PersonCount;
  /** Of the first articles, by their addresses. */
  readonly appearances: readonly Appearance[];
  readonly namesakes: readonly PersonCount[];
}

export type PersonLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'gone' }
  | { readonly state: 'failed'; readonly error: unknown }
  | PersonReady;

export interface PersonModel {
  readonly load: ReadonlySignal<PersonLoad>;
  /** Null until they are counted. */
  readonly figures: ReadonlySignal<PersonFigures | null>;
  readonly refresh: () => void;
  /** Looks at more articles. */
  readonly more: () => void;
}

/** So many articles are looked at first, and so many more each time. At most a thousand can be asked for at once. */
const FIRST = 50;
const STEP = 200;
const AT_ONCE = 1_000;

/** One person of the library, with what the articles say of him or her. */
export function createPersonModel(id: string, ask: typeof request): PersonModel {
  const load = signal<PersonLoad>({ state: 'loading' });
  const figures = signal<PersonFigures | null>(null);
  let wanted = FIRST;
  let turn = 0;

  const read = async (): Promise<PersonLoad> => {
    const first = await ask('people.get', { id, offset: 0, limit: Math.min(wanted, AT_ONCE) });
    if (first === null) return { state: 'gone' };
    const appearances = [...first.appearances];
    while (appearances.length < Math.min(wanted, first.person.articles)) {
      const limit = Math.min(wanted - appearances.length, AT_ONCE);
      const next = await ask('people.get', { id, offset: appearances.length, limit });
      if (next === null || next.appearances.length === 0) break;
      appearances.push(...next.appearances);
    }
    return { state: 'ready', person: first.person, appearances, namesakes: first.namesakes };
  };

  const refresh = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    try {
      const [next, counted] = [read(), ask('people.figures', { id })];
      // The figures take longer, and nothing of the rest waits for them.
      counted.then(
        (value) => {
          if (mine === turn) figures.value = value;
        },
        () => {},
      );
      const loaded = await next;
      if (mine === turn) load.value = loaded;
      await counted;
    } catch (error) {
      if (mine === turn) load.value = { state: 'failed', error };
    }
  };

  return {
    load,
    figures,
    refresh: () => void refresh(),
    more() {
      wanted += STEP;
      void refresh();
    },
  };
}
