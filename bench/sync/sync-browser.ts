import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'puppeteer-core';
import type { LastRun } from '#messaging/sync-protocol.ts';
import { type ChromiumSession, startChromium } from '../../scripts/driver/chromium.ts';
import { ask } from '../../scripts/driver/own-page.ts';
import { writeGrantedBuild } from '../../tests/sync/browsers/granted-build.ts';
import { browserCpu } from '../export/browser-cpu.ts';
import { ownAliases } from '../bundle-for-node.ts';
import { type CouchProcess, spentBetween } from './couch-process.ts';
import type { ServerCounts } from './serve-couch.ts';

/** One run, seen from the page that asked for it and from the server. */
export interface MeasuredRun {
  readonly ms: number;
  /** How long other messages of the page were waited for meanwhile, in ms, the least first. */
  readonly waits: readonly number[];
  readonly server: ServerCounts;
  /** s of processor that the whole browser has taken; NaN where that cannot be read. */
  readonly cpu: number;
  readonly run: LastRun;
}

/** A machine of the reader's: Chromium with the built extension, its real stores and its real worker. */
export interface BenchMachine {
  readonly page: Page;
  /** Runs a function that sync-page.ts has put there. */
  readonly call: <T>(name: string, ...values: readonly unknown[]) => Promise<T>;
  readonly setUp: () => Promise<MeasuredRun>;
  readonly run: () => Promise<MeasuredRun>;
  readonly close: () => Promise<void>;
}

export async function startBenchMachine(server: CouchProcess, database: string): Promise<BenchMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-sync-'));
  const extension = await writeGrantedBuild(join(folder, 'extension'), 'chrome', database);
  const session: ChromiumSession = await startChromium({ extension });
  const page = await session.openOwn('src/options/options.html');
  await ask(page, 'settings.all', null);
  await ask(page, 'people.list', { query: '', order: 'name', offset: 0, limit: 1 });
  await page.evaluate(await pageScript());
  const call = async <T>(name: string, ...values: readonly unknown[]): Promise<T> =>
    (await page.evaluate(`${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`)) as T;
  const measured = async (
    ...messages: readonly (readonly [name: string, input: unknown])[]
  ): Promise<MeasuredRun> => {
    const before = await server.counts();
    const cpuBefore = cpuOf(session);
    const { ms, waits, value } = await call<{ ms: number; waits: number[]; value: LastRun | null }>(
      'askMeanwhile',
      ...messages,
    );
    if (value === null || value.problem !== null) throw new Error(JSON.stringify(value));
    const cpu = cpuOf(session) - cpuBefore;
    const spent = spentBetween(before, await server.counts());
    return { ms, cpu, waits: waits.toSorted((a, b) => a - b), server: spent, run: value };
  };
  const now = ['sync.run', null] as const;
  const access = { database, name: 'reader', password: 'secret' };
  return {
    page,
    call,
    // The first run has begun by then: who asks for one waits for it.
    setUp: () =>
      measured(['sync.setUp', { access, passphrase: 'correct horse battery', device: 'Laptop' }], now),
    run: () => measured(now),
    close: async () => {
      await session.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function cpuOf({ browser }: ChromiumSession): number {
  const { pid } = browser.process() ?? {};
  return (pid === undefined ? null : browserCpu(pid)) ?? Number.NaN;
}

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['bench/sync/sync-page.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    target: 'chrome120',
    plugins: [ownAliases],
  });
  return outputFiles[0]?.text ?? '';
}
