import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { type ProxiedRequest, startProxy } from '#scripts/driver/proxy.ts';
import type { Session } from '#scripts/driver/session.ts';
import { type Served, serve } from '#scripts/serve.ts';
import { watchChromium } from './chromium-witness.ts';
import { watchFirefox } from './firefox-witness.ts';
import type { Witness, WitnessedRequest } from './requester.ts';

/** The publisher's name under which the pages are served. */
export const host = 'www.hindustantimes.com';

export type BrowserName = 'Chromium' | 'Firefox';

/** What came of a browser that was behind the recording proxy from its start to its end. */
export interface Recorded<T> {
  readonly value: T;
  /** In ms, from the first step to the last. */
  readonly took: number;
  readonly requests: readonly ProxiedRequest[];
  readonly witnessed: readonly WitnessedRequest[];
}

/** A served folder, and a place for downloads. */
export interface Ground {
  readonly folder: string;
  readonly downloads: string;
  readonly site: Served;
  readonly close: () => Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-proxy-'));
  const downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
  const site = await serve(folder);
  return {
    folder,
    downloads,
    site,
    close: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/** Whose host a request is for. */
export function hostOf({ method, address }: ProxiedRequest): string {
  if (method === 'CONNECT') return address.replace(/:\d+$/, '');
  return URL.canParse(address) ? new URL(address).hostname : method;
}

/**
 * Starts a browser that has no other way out than a proxy that records everything, does something in it, and ends it.
 * @param more hosts that the proxy answers for, beside the publisher's: they lead to 127.0.0.1 at this port
 */
export async function behindProxy<T>(
  name: BrowserName,
  ground: Ground,
  extension: string | null,
  visit: (session: Session) => Promise<T>,
  more: Readonly<Record<string, number>> = {},
): Promise<Recorded<T>> {
  const proxy = await startProxy({ ...more, [host]: ground.site.port });
  const options = { proxy, downloads: ground.downloads, ...(extension === null ? {} : { extension }) };
  const { session, witness } = await start(name, options);
  try {
    const began = performance.now();
    const value = await visit(session);
    // What is put off comes, too.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const took = performance.now() - began;
    const witnessed = await witness.seen();
    return { value, took, requests: [...proxy.requests], witnessed };
  } finally {
    await session.close();
    await proxy.close();
  }
}

async function start(
  name: BrowserName,
  options: NonNullable<Parameters<typeof startFirefox>[0]>,
): Promise<{ session: Session; witness: Witness }> {
  if (name === 'Firefox') {
    const session = await startFirefox({ ...options, systemAccess: true });
    return { session, witness: await watchFirefox(session.browser) };
  }
  const session = await startChromium(options);
  return { session, witness: await watchChromium(session) };
}
