import browser, { type Omnibox } from 'webextension-polyfill';
import { peopleAt } from '#storage/people.ts';
import { searchAnnotations, searchPeople } from '#storage/search-annotations.ts';
import type { Storage } from '#storage/database.ts';
import {
  describing,
  type OmniboxHits,
  searchPlace,
  type Suggestion,
  suggestionsFor,
} from './omnibox-suggestions.ts';

/** The browsers show five or six lines. */
const mostPeople = 2;
const mostPassages = 4;
/** Where the lines shown last lead, by what they put into the address bar: the worker may have been ended meanwhile. */
const placesKey = 'omnibox';

async function hitsFor(storage: Storage, query: string): Promise<OmniboxHits> {
  const ids = await searchPeople(storage, query, mostPeople);
  const [people, { items }] = await Promise.all([
    peopleAt(storage, ids),
    searchAnnotations(storage, { query, limit: mostPassages }),
  ]);
  return {
    people: people.map(({ person, example }) => ({
      id: person.id,
      name: person.name,
      about: example?.roles[0] ?? example?.article?.title ?? '',
    })),
    passages: items,
  };
}

async function suggest(storage: Storage, query: string, isXml: boolean): Promise<readonly Suggestion[]> {
  const suggestions = suggestionsFor(await hitsFor(storage, query), isXml);
  const places = Object.fromEntries(suggestions.map(({ content, place }) => [content, place]));
  await browser.storage.session.set({ [placesKey]: places });
  return suggestions;
}

/** Where what stands in the address bar leads: to the line that was chosen, else to a search for it. */
async function placeOf(text: string): Promise<string> {
  const stored = (await browser.storage.session.get(placesKey))[placesKey];
  const places = (stored ?? {}) as Record<string, string>;
  return (Object.hasOwn(places, text) ? places[text] : undefined) ?? searchPlace(text);
}

async function openLibrary(text: string, how: Omnibox.OnInputEnteredDisposition): Promise<void> {
  const url = browser.runtime.getURL('src/library/library.html') + (await placeOf(text.trim()));
  if (how === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: how === 'newForegroundTab' });
}

/** `rec` and some words in the address bar search people and passages; Enter opens the library at what was chosen. */
export function attachOmnibox(storage: Storage): void {
  // Firefox for Android has none.
  if (!('omnibox' in browser)) return;
  const isXml = !browser.runtime.getURL('').startsWith('moz-extension:');
  const fail = (error: unknown): void => console.error('omnibox', error);
  let turn = 0;
  browser.omnibox.onInputChanged.addListener((text, show) => {
    const query = text.trim();
    const mine = ++turn;
    const words = browser.i18n.getMessage('omniboxSearch', [describing(query, isXml)]);
    browser.omnibox.setDefaultSuggestion({ description: words });
    if (query === '') return;
    suggest(storage, query, isXml).then((suggestions) => {
      if (mine === turn) show(suggestions.map(({ content, description }) => ({ content, description })));
    }, fail);
  });
  browser.omnibox.onInputEntered.addListener((text, how) => void openLibrary(text, how).catch(fail));
}
