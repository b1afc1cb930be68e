import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import type { Session } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { writeGrantedBuild } from './granted-build.ts';
import { type NotebookServer, openNotebookServer } from './notebook-server.ts';

/** The publisher's name under which the articles are served. */
export const publisher = 'www.hindustantimes.com';

/** Two articles of the same people. */
export const articles = [
  `http://${publisher}/sample/article.html`,
  `http://${publisher}/sample/second.html`,
] as const;

/** A computer of the reader's: a browser with our extension. `session` and `own` are others after a restart. */
export interface Machine {
  readonly kind: 'chrome' | 'firefox';
  /** What the reader calls it. */
  readonly name: string;
  session: Session;
  /** The options page, open in a tab. */
  own: Page;
  /** Kills the browser, with no time to put anything in order, and starts it again with its profile: Chromium's alone can be kept. */
  readonly killAndStart: () => Promise<void>;
}

/** Two machines, a server that is theirs, and a newspaper. */
export interface TwoMachines {
  readonly one: Machine;
  readonly other: Machine;
  readonly server: NotebookServer;
  readonly close: () => Promise<void>;
}

const openOptions = (session: Session): Promise<Page> => session.openOwn('src/options/options.html');

async function startMachine(
  name: string,
  kind: Machine['kind'],
  folder: string,
  { access, port }: NotebookServer,
  site: Served,
): Promise<Machine> {
  const extension = await writeGrantedBuild(join(folder, `${kind} ${name}`), kind, access.database);
  const hosts = { [publisher]: site.port };
  const profile = join(folder, `profile ${name}`);
  const start = (): Promise<Session> =>
    kind === 'chrome'
      ? startChromium({ extension, hosts, profile })
      : startFirefox({ extension, hosts: { ...hosts, '127.0.0.1': port }, systemAccess: true });
  const session = await start();
  const machine: Machine = {
    kind,
    name,
    session,
    own: await openOptions(session),
    killAndStart: async () => {
      if (!('killBrowser' in machine.session)) throw new Error('a profile of Firefox is not kept');
      const kill = machine.session.killBrowser as () => Promise<void>;
      await kill();
      machine.session = await start();
      machine.own = await openOptions(machine.session);
    },
  };
  return machine;
}

/** The newspaper: the sample article, and another that quotes the same people. */
async function serveArticles(folder: string): Promise<Served> {
  await cp('tests/fixtures', folder, { recursive: true });
  const html = await readFile(join(folder, 'sample/article.html'), 'utf8');
  const again = html.replaceAll('River deal is near', 'The river, a day later');
  await writeFile(join(folder, 'sample/second.html'), again);
  return serve(folder);
}

/** Starts all of it; nothing is set up yet. */
export async function openTwoMachines(
  kinds: readonly [Machine['kind'], Machine['kind']],
): Promise<TwoMachines> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-machines-'));
  const server = await openNotebookServer();
  const site = await serveArticles(join(folder, 'site'));
  // One after the other: a start is the most work of all.
  const one = await startMachine('Laptop by the window', kinds[0], folder, server, site);
  const other = await startMachine('Desk at the office', kinds[1], folder, server, site);
  return {
    one,
    other,
    server,
    close: async () => {
      for (const { session } of [one, other]) await session.close();
      await server.close().catch(() => null);
      await site.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
