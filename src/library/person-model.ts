import { type ReadonlySignal, signal } from '@preact/signals';
import type { request } from '#messaging/client.ts';
import type { PersonFigures } from '#core/person-figures.ts';
import type { Appearance, PersonCount } from '#core/person-count.ts';

/** A person, and what articles say of him or her. */
export interface PersonReady {
  readonly state: 'ready';
  readonly person: PersonCount;
  /** Of the first articles, by their addresses. */
  readonly appearances: readonly Appearance[];
}

type PersonLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'gone' }
  | { readonly state: 'failed'; readonly error: unknown }
  | PersonReady;

export interface PersonModel {
  readonly load: ReadonlySignal<PersonLoad>;
  /** Null until they are counted. */
  readonly figures: ReadonlySignal<PersonFigures | null>;
  /** Others of the same name, who may be the same one. */
  readonly namesakes: ReadonlySignal<readonly PersonCount[]>;
  readonly refresh: () => void;
  /**
   * To be called when the first words stand on the page: asks for the figures and the namesakes, now and after each refresh. Both go
   * through all that he or she said, and asked for together with the words they would keep them waiting.
   */
  readonly complete: () => void;
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
  const namesakes = signal<readonly PersonCount[]>([]);
  let isWhole = false;
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
    return { state: 'ready', person: first.person, appearances };
  };

  const readRest = async (mine: number): Promise<void> => {
    if (load.value.state !== 'ready') return;
    const [counted, others] = await Promise.all([
      ask('people.figures', { id }),
      ask('people.namesakes', { id }),
    ]);
    if (mine !== turn) return;
    figures.value = counted;
    namesakes.value = others;
  };

  const trying = async (mine: number, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (mine === turn) load.value = { state: 'failed', error };
    }
  };

  const refresh = (): void => {
    turn += 1;
    const mine = turn;
    void trying(mine, async () => {
      const loaded = await read();
      if (mine !== turn) return;
      load.value = loaded;
      if (isWhole) await readRest(mine);
    });
  };

  return {
    load,
    figures,
    namesakes,
    refresh,
    complete() {
      if (isWhole) return;
      isWhole = true;
      const mine = turn;
      void trying(mine, () => readRest(mine));
    },
    more() {
      wanted += STEP;
      refresh();
    },
  };
}
