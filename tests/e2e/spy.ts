import type { Page } from 'puppeteer-core';

/** What a page that spies on us has seen. */
export interface Sightings {
  /** Every value of every event of keys, text, clipboard and pointer that reached the page, in order. */
  readonly events: readonly string[];
  /** Every change of the document since it was parsed: `added DIV to HTML`, `attribute class of P`, … */
  readonly mutations: readonly string[];
  readonly shadowRoots: number;
}

/** Makes the next document of this page one that listens to everything in capture and watches its whole tree. */
export async function plantSpy(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(`
    const events = [], mutations = [];
    for (const type of ['keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'textInput', 'compositionstart', 'compositionupdate',
      'compositionend', 'change', 'paste', 'copy', 'cut', 'selectionchange', 'message'])
      window.addEventListener(type, (event) => events.push(type + ' ' + [event.key, event.data, event.code, event.target?.value].join(' ')), true);
    const nameOf = (node) => node.nodeName + (node.id ? '#' + node.id : '');
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        for (const record of records) {
          for (const node of record.addedNodes) mutations.push('added ' + nameOf(node) + ' to ' + nameOf(record.target));
          for (const node of record.removedNodes) mutations.push('removed ' + nameOf(node) + ' from ' + nameOf(record.target));
          if (record.type !== 'childList') mutations.push(record.type + ' ' + (record.attributeName ?? '') + ' of ' + nameOf(record.target));
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    window.sightings = () => ({ events, mutations, shadowRoots: [...document.querySelectorAll('*')].filter((node) => node.shadowRoot).length });
  `);
}

/** What the spy on this page has seen up to now. */
export async function sightings(page: Page): Promise<Sightings> {
  return (await page.evaluate('window.sightings()')) as Sightings;
}
