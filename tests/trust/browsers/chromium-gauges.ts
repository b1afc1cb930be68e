import { type CDPSession, type Page, TargetType } from 'puppeteer-core';
import { detachedNodes } from './detached-nodes.ts';
import type { Desk } from './soak-reading.ts';

/** Names of quantities, and how much there is of each. */
export type Reading = Readonly<Record<string, number>>;

/** What Chromium counts of all that lives in a page's process. */
const counted = ['Documents', 'Frames', 'Nodes', 'JSEventListeners', 'JSHeapUsedSize'] as const;

const collect = async (session: CDPSession): Promise<void> => {
  // What one collection frees may hold what only the next can free.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
};

/** What is there on a page after a forced collection. */
async function ofPage(session: CDPSession, label: string): Promise<Reading> {
  await collect(session);
  const { metrics } = await session.send('Performance.getMetrics');
  const found = new Map(metrics.map(({ name, value }) => [name, value]));
  return Object.fromEntries(counted.map((name) => [`${label} ${name}`, found.get(name) ?? Number.NaN]));
}

/** How many objects of a kind live in the background after a forced collection: functions are what a forgotten listener leaves. */
async function objects(session: CDPSession, kind: string): Promise<number> {
  const group = 'soak';
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${kind}.prototype`,
    objectGroup: group,
  });
  const { objects: found } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup: group,
  });
  const { result: length } = await session.send('Runtime.callFunctionOn', {
    objectId: found.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup: group });
  return Number(length.value);
}

async function ofBackground(session: CDPSession): Promise<Reading> {
  await collect(session);
  const reading: Record<string, number> = {};
  for (const kind of ['Function', 'Promise', 'Map', 'AbortSignal'])
    reading[`background ${kind}s`] = await objects(session, kind);
  await collect(session);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { ...reading, 'background JSHeapUsedSize': usedSize };
}

/** The world of our script in a page, which stays for as long as the page does. */
async function contentWorld(session: CDPSession, ownOrigin: string): Promise<number> {
  const found: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (`${context.origin}/` === ownOrigin) found.push(context.id);
  });
  // Answered when all that are there have been told of.
  await session.send('Runtime.enable');
  const [world] = found;
  if (world === undefined) throw new Error('no script of ours in the page');
  return world;
}

/** How many tabs, frames and workers there are. */
const targets = (page: Page): number =>
  page
    .browser()
    .targets()
    .filter((target) => target.type() !== TargetType.BROWSER).length;

/** What measures Chromium while it soaks. */
export async function chromiumGauges({ session, library, app }: Desk): Promise<() => Promise<Reading>> {
  const worker = library
    .browser()
    .targets()
    .find((target) => target.type() === TargetType.SERVICE_WORKER);
  if (worker === undefined) throw new Error('no background');
  const [ofLibrary, ofApp, background] = [
    await library.createCDPSession(),
    await app.createCDPSession(),
    await worker.createCDPSession(),
  ];
  for (const session of [ofLibrary, ofApp]) await session.send('Performance.enable');
  const world = await contentWorld(ofApp, session.ownOrigin);
  return async () => ({
    ...(await ofPage(ofLibrary, 'own pages')),
    ...(await ofPage(ofApp, 'page')),
    ...(await ofBackground(background)),
    'own pages DetachedNodes': (await detachedNodes(ofLibrary)).length,
    'content script DetachedNodes': (await detachedNodes(ofApp, world)).length,
    targets: targets(library),
  });
}
