import type { Browser, CDPSession, Page } from 'puppeteer-core';
import type { ContestantName, InPage } from './in-page.ts';

type Span = { readonly start: number; readonly end: number };

/** What the page's main thread has had to do, in ms of processor time; heap after a collection, in MB. */
interface Costs {
  readonly task: number;
  readonly layout: number;
  readonly style: number;
  readonly layouts: number;
}

/** One contestant on a page of its own. */
export interface Painted {
  readonly passages: number;
  readonly paint: Costs;
  readonly away: Costs;
  readonly nodes: number;
  readonly changes: number;
  /** CSS px by which the page has grown. */
  readonly height: number;
  readonly heap: number;
  /** Nodes and MB that stay when the marks are gone. */
  readonly nodesLeft: number;
  readonly heapLeft: number;
}

const call = async <K extends keyof InPage>(
  page: Page,
  name: K,
  ...input: Parameters<InPage[K]>
): Promise<Awaited<ReturnType<InPage[K]>>> =>
  (await page.evaluate(`onRecordPainting.${name}(...${JSON.stringify(input)})`)) as Awaited<
    ReturnType<InPage[K]>
  >;

/**
 * Paints passages on a fresh page and takes them away again.
 * @param code the bundle of in-page.ts
 * @param html of the page
 */
export async function paintOnce(
  browser: Browser,
  code: string,
  html: string,
  name: ContestantName,
  spans: readonly Span[],
): Promise<Painted> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    await page.setContent(html);
    await page.evaluate(code);
    const protocol = await page.createCDPSession();
    // Times of the CPU: what else the machine does is not in them.
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    const passages = await call(page, 'prepare', name, spans);
    await call(page, 'rest');
    const [before, heapBefore] = [await call(page, 'look'), await heapOf(protocol)];
    const paint = await costsOf(protocol, () => call(page, 'paint'));
    const [after, heapAfter] = [await call(page, 'look'), await heapOf(protocol)];
    const away = await costsOf(protocol, () => call(page, 'takeAway'));
    const [left, heapLeft] = [await call(page, 'look'), await heapOf(protocol)];
    return {
      passages,
      paint,
      away,
      nodes: after.nodes - before.nodes,
      changes: after.changes - before.changes,
      height: after.height - before.height,
      heap: heapAfter - heapBefore,
      nodesLeft: left.nodes - before.nodes,
      heapLeft: heapLeft - heapBefore,
    };
  } finally {
    await page.close();
  }
}

async function costsOf(protocol: CDPSession, work: () => Promise<unknown>): Promise<Costs> {
  const before = await metricsOf(protocol);
  await work();
  const after = await metricsOf(protocol);
  const spent = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  return {
    task: spent('TaskDuration') * 1000,
    layout: spent('LayoutDuration') * 1000,
    style: spent('RecalcStyleDuration') * 1000,
    layouts: spent('LayoutCount'),
  };
}

async function metricsOf(protocol: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function heapOf(protocol: CDPSession): Promise<number> {
  await protocol.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize } = await protocol.send('Runtime.getHeapUsage');
  return (usedSize + embedderHeapUsedSize) / 1e6;
}
