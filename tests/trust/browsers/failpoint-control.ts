import type { Page } from 'puppeteer-core';
import { ask } from '#scripts/driver/own-page.ts';
import { failpointName } from '../failpoint.ts';

/** What a page of ours says to the failpoint of a test build. */

/** Sends an order, and waits for the answer that has this field. */
export function order(own: Page, what: object, field: string): Promise<unknown> {
  return own.evaluate(`new Promise((resolve) => {
    const channel = new BroadcastChannel(${JSON.stringify(failpointName)});
    channel.onmessage = ({ data }) => {
      if (!(${JSON.stringify(field)} in data)) return;
      channel.close();
      resolve(data[${JSON.stringify(field)}]);
    };
    channel.postMessage(${JSON.stringify(what)});
  })`);
}

/** Has the background stop at a step of what it writes next. */
export async function armAt(own: Page, step: number): Promise<void> {
  // It is awake for a while then.
  await ask(own, 'storage.kept', null);
  await order(own, { arm: step }, 'armed');
}

interface Answer {
  readonly ok: boolean;
  readonly error?: string;
}

/** Sends a message. Answers the background's answer, or the step at which it has stopped. */
export function sendUntilStopped(
  own: Page,
  name: string,
  input: unknown,
): Promise<Answer | { readonly reached: string }> {
  return own.evaluate(`new Promise((resolve) => {
    const channel = new BroadcastChannel(${JSON.stringify(failpointName)});
    const end = (value) => { channel.close(); resolve(value); };
    channel.onmessage = ({ data }) => { if ('reached' in data) end(data); };
    chrome.runtime.sendMessage(${JSON.stringify({ name, input })}).then(end, () => null);
  })`) as Promise<Answer | { readonly reached: string }>;
}

/** Sends a message, as often as the background is cut off: it is killed, and wakes at the next. */
export function sendAgain(own: Page, name: string, input: unknown): Promise<Answer> {
  return own.evaluate(`(async () => {
    for (let turn = 0; turn < 5; turn++) {
      const reply = await chrome.runtime.sendMessage(${JSON.stringify({ name, input })}).catch(() => undefined);
      if (reply !== undefined) return reply;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return { ok: false, error: 'no answer' };
  })()`) as Promise<Answer>;
}
