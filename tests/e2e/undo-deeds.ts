import type { Page } from 'puppeteer-core';
import { noteOf, tagsOf, withNote, withSpeaker, withTags } from '#core/annotation-edit.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { annotation, article, at, id, source } from '../storage/records.ts';

/** What can be done and taken back: on three passages of Ana Ortiz's, two in one article and one in another. */

const page = { offset: 0, limit: 9 };
export const other = `${source}-2`;

export interface Deed {
  readonly what: string;
  readonly act: (own: Page) => Promise<unknown>;
  /** Whether it stands. */
  readonly stands: (own: Page) => Promise<boolean>;
}

export const record = async (own: Page, number: number) => {
  const found = await ask(own, 'annotations.get', { id: id(number) });
  if (found === null) throw new Error('not there');
  return found;
};
const change = async (own: Page, number: number, edit: (now: string) => ReturnType<typeof annotation>) => {
  const before = await record(own, number);
  const next = edit(new Date().toISOString());
  return ask(own, 'annotations.put', {
    annotation: next,
    article: article({ source: next.target.source }),
    base: before.modified,
  });
};
export const personIn = async (own: Page, where: string) => {
  const found = await ask(own, 'people.find', { source: where, name: 'Ana Ortiz' });
  if (found === null) throw new Error('nobody');
  return found.person;
};
const isOne = async (own: Page): Promise<boolean> =>
  (await personIn(own, source)).id === (await personIn(own, other)).id;

/** In the order in which they are done: one may begin with what another has left. */
export const deeds: readonly Deed[] = [
  {
    what: 'a deletion',
    act: (own) => ask(own, 'annotations.delete', { id: id(1) }),
    stands: async (own) => (await ask(own, 'library.trash', page)).total === 1,
  },
  {
    what: 'bringing it back from the trash',
    act: (own) => ask(own, 'library.restore', { ids: [id(1)] }),
    stands: async (own) => (await ask(own, 'library.trash', page)).total === 0,
  },
  {
    what: 'a note',
    act: async (own) => {
      const now = await record(own, 1);
      return change(own, 1, (time) => withNote(now, 'to be undone', time));
    },
    stands: async (own) => noteOf(await record(own, 1)) === 'to be undone',
  },
  {
    what: 'a tag',
    act: async (own) => {
      const now = await record(own, 2);
      return change(own, 2, (time) => withTags(now, ['river'], time));
    },
    stands: async (own) => tagsOf(await record(own, 2)).includes('river'),
  },
  {
    what: 'a tag for many',
    act: (own) =>
      ask(own, 'library.tag', { selection: { ids: [1, 2, 3].map(id) }, add: ['many'], remove: [] }),
    stands: async (own) => (await ask(own, 'library.tags', { limit: 9 })).some(({ tag }) => tag === 'many'),
  },
  {
    what: 'a correction',
    act: async (own) => {
      const now = await record(own, 3);
      return change(own, 3, (time) => withSpeaker(now, 'Ben Reed', time));
    },
    stands: async (own) => (await record(own, 3)).quotation?.speaker === 'Ben Reed',
  },
  {
    what: 'a decision on a name',
    act: (own) =>
      ask(own, 'decisions.put', {
        decision: { source: other, kind: 'not-a-person', about: 'Cleo Marsh', value: null, at: at(9) },
        takeBack: false,
      }),
    stands: async (own) => (await ask(own, 'decisions.ofArticle', { source: other })).length === 1,
  },
  {
    what: 'two people joined',
    act: async (own) => {
      const [into, from] = [await personIn(own, source), await personIn(own, other)];
      return ask(own, 'people.merge', { into: into.id, from: [from.id], follow: false });
    },
    stands: isOne,
  },
  {
    what: 'one person split',
    act: async (own) => {
      const { id: person } = await personIn(own, source);
      return ask(own, 'people.split', { id: person, sources: [other], name: null });
    },
    stands: async (own) => !(await isOne(own)),
  },
  {
    what: 'another name',
    act: async (own) =>
      ask(own, 'people.rename', { id: (await personIn(own, source)).id, name: 'The Mayor' }),
    stands: async (own) => (await personIn(own, source)).name === 'The Mayor',
  },
  {
    what: 'a note on a person',
    act: async (own) => {
      const { id: person, modified: base } = await personIn(own, source);
      return ask(own, 'people.note', { id: person, note: 'of the north', base });
    },
    stands: async (own) => (await personIn(own, source)).note === 'of the north',
  },
];
