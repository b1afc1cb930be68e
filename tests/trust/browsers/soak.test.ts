import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { untilPainted } from '#scripts/driver/main-job.ts';
import { ask } from '#scripts/driver/own-page.ts';
import type { Session } from '#scripts/driver/session.ts';
import { type Reading, chromiumGauges } from './chromium-gauges.ts';
import { firefoxGauges } from './firefox-gauges.ts';
import { fittedSlope } from './fitted-slope.ts';
import { boundOf } from './soak-bounds.ts';
import { clearDesk, type Desk, readRound, roundSize } from './soak-reading.ts';
import { pathOf, serveSoakSite, type SoakSite } from './soak-site.ts';
import { allBytes, type Stored, storedBytes } from './stored-bytes.ts';

/**
 * An hour of reading in ten minutes: 200 articles of many shapes, notes, searches, exports, tabs opened and closed. What is there is
 * measured after every twenty, when the same is open as before; a slope is fitted to the last six tenths of the measurements (by then
 * every cache has been filled, and every function that is used has been compiled).
 */

const host = 'www.hindustantimes.com';
/** `SOAK=40` for a shorter one. */
const rounds = Math.max(5, Number(process.env['SOAK'] ?? 200) / roundSize);
const warm = Math.floor(rounds * 0.4);

interface Measured {
  readonly articles: number;
  readonly kept: number;
  readonly reading: Reading;
  readonly stored: Stored;
}

/** How much each quantity grows with each article. */
function growths(measured: readonly Measured[]): Map<string, number> {
  const names = Object.keys(measured[0]?.reading ?? {});
  const pointsOf = (name: string) =>
    measured.map(({ articles, reading }) => ({ at: articles, value: reading[name] ?? Number.NaN }));
  return new Map(names.map((name) => [name, fittedSlope(pointsOf(name))]));
}

/** The quantities that grow more than they may. */
const leaks = (found: ReadonlyMap<string, number>): string[] =>
  [...found].flatMap(([name, slope]) => {
    const bound = boundOf(name);
    if (bound !== null && slope <= bound.most) return [];
    return [`${name}: ${slope.toFixed(3)} per article, may be ${bound?.most} (${bound?.because})`];
  });

describe.each([
  { name: 'Chromium', start: startChromium, gauges: chromiumGauges },
  { name: 'Firefox', start: startFirefox, gauges: firefoxGauges },
])('an hour of reading in $name', ({ name, start, gauges }) => {
  let site: SoakSite;
  let session: Session;
  let desk: Desk;
  let downloads = '';
  let gauge: () => Promise<Reading>;
  const measured: Measured[] = [];

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'on-record-soak-'));
    site = await serveSoakSite();
    session = await start({ hosts: { [host]: site.port }, downloads, systemAccess: true });
    const library = await session.openOwn('src/library/library.html');
    const app = await session.open(`http://${host}${pathOf(0)}`);
    await untilPainted(app, 1);
    desk = { session, origin: `http://${host}`, downloads, library, app };
    gauge = await gauges(desk);
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
    await rm(downloads, { recursive: true, force: true });
  });

  it('is read', async () => {
    measured.length = 0;
    await clearDesk(desk);
    for (let round = 0; round < rounds; round++) {
      await readRound(desk, round, true);
      measured.push({
        articles: (round + 1) * roundSize,
        kept: await ask(desk.library, 'storage.kept', null),
        reading: await gauge(),
        stored: await storedBytes(desk.library),
      });
    }
    expect(measured.at(-1)?.kept).toBeGreaterThanOrEqual(rounds * 8);
  }, 1_500_000);

  it('No memory grows but for what was kept: heaps, listeners, nodes, documents, frames and tabs are after each twenty articles what they were before', () => {
    const found = growths(measured.slice(warm));
    for (const [quantity, slope] of found)
      console.log(
        `${name} ${quantity}: ${measured.map(({ reading }) => Math.round(reading[quantity] ?? Number.NaN)).join(' ')}, ${slope.toFixed(3)} per article`,
      );
    expect(found.size).toBeGreaterThan(5);
    expect(leaks(found)).toEqual([]);
  });

  it('The database holds what was kept, and as much for the last passage as for the first', () => {
    const first = measured[0];
    const last = measured.at(-1);
    if (first === undefined || last === undefined) throw new Error('not read');
    const middle = measured[measured.length >> 1] ?? first;
    const perPassage = (from: Measured, to: Measured): number =>
      (allBytes(to.stored) - allBytes(from.stored)) / (to.kept - from.kept);
    console.log(
      `${name}: ${last.kept} passages, ${allBytes(last.stored)} bytes of records, ${last.stored.usage} on the disk; for each passage ${perPassage(first, middle).toFixed(0)}, then ${perPassage(middle, last).toFixed(0)} bytes`,
      `session ${first.stored.session} → ${last.stored.session}, local ${first.stored.local} → ${last.stored.local}`,
      last.stored.stores,
    );
    // An index's lists grow with the number of passages that hold a word, each by a few bytes.
    expect(perPassage(middle, last)).toBeLessThan(1.25 * perPassage(first, middle));
    // What is not of the library: a few settings and, for each open tab, what it shows.
    expect(last.stored.local).toBeLessThan(first.stored.local + 1_000);
    expect(last.stored.session).toBeLessThan(first.stored.session + 2_000);
    // The browser writes a change to a log first, and tidies up later.
    expect(last.stored.usage - first.stored.usage).toBeLessThan(
      4 * (allBytes(last.stored) - allBytes(first.stored)) + 8_000_000,
    );
  });

  it('Which articles were opened is noted nowhere, where nothing is kept', async () => {
    const before = await storedBytes(desk.library);
    await readRound(desk, rounds, false);
    const after = await storedBytes(desk.library);
    // A backup is made when its time has come.
    const library = ({ stores }: Stored) =>
      Object.fromEntries(Object.entries(stores).filter(([name]) => name.startsWith('on-record/')));
    expect(library(after)).toEqual(library(before));
    expect(Object.keys(library(after)).length).toBeGreaterThan(10);
  }, 300_000);

  it('can fail: what leaks a little with each article is found, wherever it leaks', async () => {
    const leaking: Measured[] = [];
    for (let step = 0; step < 4; step++) {
      if (step > 0) await plantLeaks(desk);
      const { kept, stored } = measured[0] ?? { kept: 0, stored: await storedBytes(desk.library) };
      leaking.push({ articles: step * roundSize, kept, reading: await gauge(), stored });
    }
    const found = leaks(growths(leaking)).join('\n');
    for (const quantity of planted(name)) expect(found).toContain(quantity);
  }, 300_000);
});

/** On a page of ours and on the newspaper's: for each of twenty articles a few nodes that nobody sees, a listener, and 10 kB of text. */
async function plantLeaks({ library, app }: Desk): Promise<void> {
  const leak = `(() => {
    const kept = (globalThis.leaked ??= []);
    for (let i = 0; i < ${roundSize}; i++) {
      const tree = document.createElement('div');
      for (let j = 0; j < 8; j++) tree.append(document.createElement('i'));
      addEventListener('on-record-soak', () => tree.remove());
      kept.push(tree, Array.from({ length: 2_000 }, (_, at) => at + Math.random()));
    }
    return null;
  })()`;
  await library.evaluate(leak);
  await app.evaluate(leak);
}

const planted = (name: string): readonly string[] =>
  name === 'Chromium'
    ? ['own pages Nodes', 'own pages JSEventListeners', 'own pages JSHeapUsedSize', 'own pages DetachedNodes', 'page Nodes', 'page JSEventListeners', 'page JSHeapUsedSize']
    : ['own pages JSEventListeners', 'page JSEventListeners']; // prettier-ignore
