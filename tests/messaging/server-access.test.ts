import { beforeEach, describe, expect, it, vi } from 'vitest';
import { grantAlways } from '#messaging/access.ts';
import { requestServerAccess, returnServerAccess, serverPatterns } from '#messaging/server-access.ts';

const fake = vi.hoisted(() => ({
  granted: new Set<string>(),
  /** What the manifest names: Chromium says so by an error. */
  required: new Set<string>(),
  local: {} as Record<string, unknown>,
  /** What the reader answers when asked. */
  says: true,
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => fake.granted.has(one)),
      request: async ({ origins }: { origins: string[] }) => {
        if (fake.says) for (const one of origins) fake.granted.add(one);
        return fake.says;
      },
      remove: async ({ origins }: { origins: string[] }) => {
        if (origins.some((one) => fake.required.has(one)))
          throw new Error('You cannot remove required permissions.');
        return origins.every((one) => fake.granted.delete(one));
      },
    },
    storage: {
      local: {
        get: async () => ({ ...fake.local }),
        set: async (values: object) => void Object.assign(fake.local, values),
        remove: async (key: string) => {
          fake.local = Object.fromEntries(Object.entries(fake.local).filter(([name]) => name !== key));
        },
      },
    },
  },
}));

const [couch, loopback, site] = ['https://couch.example/*', 'http://127.0.0.1/*', 'https://news.example/*'];

beforeEach(() => {
  fake.granted.clear();
  fake.required.clear();
  fake.local = {};
  fake.says = true;
});

describe('access that was allowed for sync alone', () => {
  it('is given back when sync ends; a site that was allowed before stays one', async () => {
    fake.granted.add(site);
    await requestServerAccess(couch);
    await requestServerAccess(site);
    expect(await serverPatterns()).toEqual([couch]);
    await returnServerAccess(null);
    expect([...fake.granted]).toEqual([site]);
    expect(await serverPatterns()).toEqual([]);
  });

  it('is kept for the server in use', async () => {
    for (const pattern of [couch, loopback]) await requestServerAccess(pattern);
    await returnServerAccess(couch);
    expect([...fake.granted]).toEqual([couch]);
    expect(await serverPatterns()).toEqual([couch]);
  });

  it('that the browser does not let go, since the manifest names it, keeps nothing else from being given back', async () => {
    fake.required.add(loopback);
    for (const pattern of [loopback, couch]) await requestServerAccess(pattern);
    await returnServerAccess(null);
    expect([...fake.granted]).toEqual([loopback]);
    expect(await serverPatterns()).toEqual([]);
  });

  it('and was refused, or taken back since, is a site like others once the reader allows it to be read', async () => {
    fake.says = false;
    expect(await requestServerAccess(site)).toBe(false);
    expect(await serverPatterns()).toEqual([]);
    fake.says = true;
    await requestServerAccess(site);
    fake.granted.delete(site);
    expect(await grantAlways(site)).toBe(true);
    expect(await serverPatterns()).toEqual([]);
    await returnServerAccess(null);
    expect([...fake.granted]).toEqual([site]);
  });
});
