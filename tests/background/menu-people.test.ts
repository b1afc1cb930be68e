import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  chooseSpeaker,
  entryTitle,
  forgetMenuPeople,
  mostInMenu,
  rememberMenuPeople,
  takeChosenSpeaker,
} from '#background/menu-people.ts';

const { session, updates, active } = vi.hoisted(() => ({
  session: new Map<string, unknown>(),
  updates: [] as { id: string; visible: boolean; title?: string }[],
  active: { id: 7 },
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (values: object) =>
          Object.entries(values).forEach(([key, value]) => session.set(key, value)),
        remove: async (key: string) => session.delete(key),
      },
    },
    tabs: { query: async () => [active], get: async (id: number) => ({ id }) },
    contextMenus: {
      update: async (id: string, change: { visible: boolean; title?: string }) =>
        void updates.push({ id, ...change }),
    },
  },
}));

beforeEach(() => {
  session.clear();
  updates.length = 0;
});

describe('the entries for people', () => {
  test('show those of the article in front, and hide what is left over', async () => {
    await rememberMenuPeople(7, ['Ana Ortiz', 'Ben & Sons']);
    expect(updates).toHaveLength(mostInMenu);
    expect(updates.filter(({ visible }) => visible).map(({ title }) => title)).toEqual([
      'Ana Ortiz',
      'Ben && Sons',
    ]);
  });

  test('are left alone by an article in another tab', async () => {
    await rememberMenuPeople(8, ['Ana Ortiz']);
    expect(updates).toEqual([]);
  });

  test('are no more than there are', async () => {
    await rememberMenuPeople(
      7,
      Array.from({ length: 40 }, (_, index) => `Person ${index}`),
    );
    expect(updates.every(({ visible }) => visible)).toBe(true);
    expect(updates).toHaveLength(mostInMenu);
  });
});

test.each([
  ['A & B', 'A && B'],
  ['100%s', '100% s'],
])('%s is shown as %s', (name, title) => expect(entryTitle(name)).toBe(title));

test('a speaker who was chosen is taken once, for that tab, and forgotten with it', async () => {
  chooseSpeaker(7, 'Ana Ortiz');
  expect(takeChosenSpeaker(8)).toBe(null);
  expect(takeChosenSpeaker(7)).toBe('Ana Ortiz');
  expect(takeChosenSpeaker(7)).toBe(null);
  chooseSpeaker(7, 'Ana Ortiz');
  await forgetMenuPeople(7);
  expect(takeChosenSpeaker(7)).toBe(null);
});
