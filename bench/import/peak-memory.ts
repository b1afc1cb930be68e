import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';

/** The most memory that processes of the browser have had so far, in MB; 0 where the system does not say. */
export interface PeakMemory {
  /** The largest of those that run pages, workers and the background of one origin together: ours. */
  readonly renderer: number;
  /** The one that holds them together. */
  readonly browser: number;
  /** The largest of the others: the database's is among them. */
  readonly other: number;
}

export async function peakMemory(browser: Browser): Promise<PeakMemory> {
  const protocol = await browser.target().createCDPSession();
  const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
  await protocol.detach();
  const most = { renderer: 0, browser: 0, other: 0 };
  for (const { type, id } of processInfo) {
    const kind = type === 'renderer' || type === 'browser' ? type : 'other';
    most[kind] = Math.max(most[kind], await highWater(id));
  }
  return most;
}

/** The high-water mark of what a process had in memory, in MB. */
async function highWater(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
