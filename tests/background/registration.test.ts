import { beforeEach, describe, expect, it, vi } from 'vitest';
import { syncRegistration } from '#background/registration.ts';

const root = 'moz-extension://5b4636a0/';
const held = vi.hoisted(() => ({
  origins: [] as string[],
  js: [] as string[],
  servers: [] as string[],
  scripts: [] as { readonly js: readonly string[]; readonly matches: readonly string[] }[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: (path: string) => root + path,
      getManifest: () => ({ content_scripts: [{ matches: ['*://*.listed.example/*'], js: held.js }] }),
    },
    storage: { local: { get: async () => ({ syncAccess: held.servers }) } },
    permissions: { getAll: async () => ({ origins: held.origins }) },
    scripting: {
      unregisterContentScripts: async () => void (held.scripts = []),
      // As Firefox does, which takes relative addresses only.
      registerContentScripts: async (scripts: typeof held.scripts) => {
        if (scripts.some(({ js }) => js.some((file) => file.includes(':'))))
          throw new Error('must be relative');
        held.scripts.push(...scripts);
      },
    },
  },
}));

beforeEach(() => {
  held.origins = ['*://*.listed.example/*', 'https://granted.example/*'];
  held.js = ['src/content/content.js'];
  held.servers = [];
  held.scripts = [];
});

describe('where the content script runs besides the manifest’s sites', () => {
  it.each([
    ['Chromium', 'src/content/content.js'],
    ['Firefox, whose manifest names files by their whole address', `${root}src/content/content.js`],
  ])('is what the reader has granted, in %s', async (_name, file) => {
    held.js = [file];
    await syncRegistration();
    expect(held.scripts).toMatchObject([
      { js: ['src/content/content.js'], matches: ['https://granted.example/*'] },
    ]);
  });

  it('is not the server that was allowed for sync alone', async () => {
    held.origins.push('https://couch.example/*');
    held.servers = ['https://couch.example/*'];
    await syncRegistration();
    expect(held.scripts).toMatchObject([{ matches: ['https://granted.example/*'] }]);
  });

  it('is nowhere when the last grant is taken back', async () => {
    await syncRegistration();
    held.origins = ['*://*.listed.example/*'];
    await syncRegistration();
    expect(held.scripts).toEqual([]);
  });
});
