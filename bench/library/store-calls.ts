import { type Page, TargetType } from 'puppeteer-core';
import type { ChromiumSession } from '../../scripts/driver/chromium.ts';
import { until } from '../../scripts/driver/session.ts';
import { median } from '../measure.ts';
import { wordOf } from './library-records.ts';

/** The input of a search for the first screen of what is found. */
export function searchFor(query: string): unknown {
  return { query, filter: {}, order: 'rank', offset: 0, limit: 50 };
}

/** The most frequent words and rare ones, two together, a beginning, a typo, a phrase, and one that is nowhere. */
export function queries(): readonly string[] {
  const [often, rare, rarer] = [wordOf(1), wordOf(500), wordOf(7_777)];
  return [
    often, rare, rarer, `${often} ${rare}`, `${rare} ${wordOf(40)}`, rarer.slice(0, 4), 'ba',
    rarer.replace(/.$/, 'q'), `“${wordOf(2)} ${wordOf(5)}”`, `${wordOf(3)} ${wordOf(4)} ${wordOf(6)}`, 'qqqqqq', wordOf(60),
  ]; // prettier-ignore
}

/** Asks as our pages do. Answers how long it took in the page, in ms. */
export async function ask(page: Page, name: string, input: unknown): Promise<number> {
  const message = JSON.stringify({ name, input });
  const [ok, ms, error] = (await page.evaluate(`(async () => {
    const started = performance.now();
    const reply = await chrome.runtime.sendMessage(${message});
    return [reply?.ok === true, performance.now() - started, reply?.error];
  })()`)) as [boolean, number, string | undefined];
  if (!ok) throw new Error(`${name} was refused: ${error}`);
  return ms;
}

/** The same, each time with a worker that is not running: the median of seven. @param input of the i-th time */
export async function askCold(
  session: ChromiumSession,
  page: Page,
  name: string,
  input: (i: number) => unknown,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    await session.killWorker(page);
    await new Promise((resolve) => setTimeout(resolve, 300));
    times.push(await ask(page, name, input(i)));
  }
  return median(times.toSorted((a, b) => a - b));
}

/** What the worker holds at the moment, in MB: its JavaScript objects and what hangs on them. */
export async function heapOf({ browser }: ChromiumSession): Promise<() => Promise<number>> {
  const target = await until('the worker', async () => {
    return browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER) ?? null;
  });
  const protocol = await target.createCDPSession();
  return async () => {
    const { usedSize, embedderHeapUsedSize, backingStorageSize } =
      await protocol.send('Runtime.getHeapUsage');
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  };
}
