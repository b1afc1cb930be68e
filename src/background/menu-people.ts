import browser from 'webextension-polyfill';
import { rememberOfTab } from './tab-memory.ts';

/** So many people of an article have an entry of their own in the menu. */
export const mostInMenu = 8;

const keyOf = (tabId: number): string => `menu-people:${tabId}`;
/** A speaker whom the reader has chosen in the menu, until the popover of that tab is prepared for it. */
const chosen = new Map<number, string>();

/** The id of the entry for the person of this number, from 0. */
export const entryOf = (number: number): string => `quote-of-${number}`;

/** Remembers who may be meant as a speaker in a tab's article. */
export async function rememberMenuPeople(tabId: number, names: readonly string[]): Promise<void> {
  await rememberOfTab(tabId, { [keyOf(tabId)]: names.slice(0, mostInMenu) });
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (active?.id === tabId) await showMenuPeople(tabId);
}

export async function forgetMenuPeople(tabId: number): Promise<void> {
  chosen.delete(tabId);
  await browser.storage.session.remove(keyOf(tabId));
}

/** Who has an entry for this tab, in their order. */
export async function menuPeople(tabId: number): Promise<readonly string[]> {
  const stored = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [];
}

/** A name as an entry may show it: `&` would underline a letter, `%s` be replaced by what is selected. */
export function entryTitle(name: string): string {
  return name.replaceAll('&', '&&').replaceAll('%s', '% s');
}

/** One tab's people at a time. */
let queue: Promise<unknown> = Promise.resolve();

/** Gives the people of this tab's article their entries, and hides what is left over. */
export function showMenuPeople(tabId: number): Promise<void> {
  const next = queue.then(async () => {
    const names = await menuPeople(tabId);
    for (let number = 0; number < mostInMenu; number++) {
      const name = names[number];
      const change = name === undefined ? { visible: false } : { visible: true, title: entryTitle(name) };
      await browser.contextMenus.update(entryOf(number), change);
    }
  });
  queue = next.catch(() => null);
  return next;
}

/** The reader has chosen whose words the selected ones are. */
export function chooseSpeaker(tabId: number, name: string): void {
  chosen.set(tabId, name);
}

/** Whom the reader has chosen in the menu for this tab, once; null when nobody. */
export function takeChosenSpeaker(tabId: number): string | null {
  const name = chosen.get(tabId) ?? null;
  chosen.delete(tabId);
  return name;
}
