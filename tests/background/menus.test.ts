import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attachMenus } from '#background/menus.ts';

const { entries, heard, state } = vi.hoisted(() => ({
  /** What the menu holds, as the browser keeps it from one start to the next. */
  entries: new Map<string, string>(),
  heard: {} as Record<string, () => void>,
  state: { language: 'en' },
}));

vi.mock('webextension-polyfill', () => {
  const event = (name: string) => ({ addListener: (listener: () => void) => (heard[name] = listener) });
  return {
    default: {
      runtime: { onInstalled: event('onInstalled'), onStartup: event('onStartup') },
      i18n: { getMessage: (key: string) => `${key} in ${state.language}` },
      contextMenus: {
        removeAll: async () => entries.clear(),
        create: ({ id, title }: { id: string; title: string }) => {
          if (entries.has(id)) throw new Error(`${id} is there already`);
          entries.set(id, title);
        },
        onClicked: event('onClicked'),
      },
      tabs: { onActivated: event('onActivated') },
      windows: { onFocusChanged: event('onFocusChanged') },
    },
  };
});

const titles = (): readonly string[] => [...entries.values()].filter((title) => title.includes(' in '));
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  entries.clear();
  state.language = 'en';
});

describe('the context menu', () => {
  test.each(['onInstalled', 'onStartup'])('has its entries after %s', async (event) => {
    attachMenus();
    heard[event]?.();
    await settled();
    expect(titles()).toEqual([
      'menuKeep in en',
      'menuQuote in en',
      'menuSomebody in en',
      'noteSelection in en',
    ]);
  });

  test('speaks the browser’s language after a start in another one, each entry once', async () => {
    attachMenus();
    heard['onInstalled']?.();
    await settled();
    state.language = 'pt';
    heard['onStartup']?.();
    await settled();
    expect(titles()).toEqual([
      'menuKeep in pt',
      'menuQuote in pt',
      'menuSomebody in pt',
      'noteSelection in pt',
    ]);
  });
});
