import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '#scripts/driver/session.ts';
import { serve, type ServeOptions } from '#scripts/serve.ts';

/** The name under which the fixtures are served: a publisher's of the manifest. */
export const publisher = 'www.hindustantimes.com';

/** A browser with our extension, on a site of its own that may be changed. */
export interface SampleSite {
  readonly session: Session;
  /** The folder that is served: a copy of tests/fixtures. */
  readonly folder: string;
  /** The library's page, open in the extension's own origin. */
  readonly library: Page;
  /** Ends the browser and the server, and takes the copy away. */
  readonly close: () => Promise<void>;
}

/** Serves a copy of the fixtures, starts a browser that finds it under `publisher`, and opens the library. */
export async function openSampleSite(
  start: (options: { readonly hosts: Readonly<Record<string, number>> }) => Promise<Session>,
): Promise<SampleSite> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-site-'));
  await cp('tests/fixtures', folder, { recursive: true });
  const site = await serve(folder);
  const session = await start({ hosts: { [publisher]: site.port } });
  const library = await session.openOwn('src/library/library.html');
  return {
    session,
    folder,
    library,
    close: async () => {
      await session.close();
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A browser with our extension on the fixtures as they are: they are served under `publisher`, and nothing is written into them. */
export interface FixtureSite {
  readonly session: Session;
  /** Ends the browser and the server. */
  readonly close: () => Promise<void>;
}

/** Serves the fixtures and starts a browser that finds them under `publisher`. */
export async function openFixtures(
  start: (options: { readonly hosts: Readonly<Record<string, number>> }) => Promise<Session>,
  options: ServeOptions = {},
): Promise<FixtureSite> {
  const site = await serve('tests/fixtures', options);
  const session = await start({ hosts: { [publisher]: site.port } });
  return {
    session,
    close: async () => {
      await session.close();
      await site.close();
    },
  };
}
