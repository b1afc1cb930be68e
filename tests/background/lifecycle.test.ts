import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { attachLifecycle } from '#background/lifecycle.ts';
import { updatedTo } from '#messaging/update-news.ts';
import { createBackupDatabase } from '#storage/backup-database.ts';
import { createStorage } from '#storage/database.ts';

type Installed = (details: { reason: string; previousVersion?: string }) => void;

const { local, opened, heard } = vi.hoisted(() => ({
  local: new Map<string, unknown>(),
  opened: [] as string[],
  heard: { installed: null as Installed | null },
}));

vi.mock('#background/registration.ts', () => ({
  syncRegistration: async () => undefined,
  runOnOpenTabs: async () => undefined,
}));
vi.mock('webextension-polyfill', () => {
  const silent = { addListener: () => undefined };
  return {
    default: {
      runtime: {
        onInstalled: { addListener: (listener: Installed) => (heard.installed = listener) },
        onStartup: silent,
        getManifest: () => ({ version: '0.2.0' }),
        getURL: (path: string) => `extension:/${path}`,
      },
      permissions: { onAdded: silent, onRemoved: silent },
      tabs: { onRemoved: silent, create: async ({ url }: { url: string }) => opened.push(url) },
      alarms: { get: async () => ({}), onAlarm: silent },
      storage: {
        local: {
          get: async (key: string) => (local.has(key) ? { [key]: local.get(key) } : {}),
          set: async (values: object) =>
            Object.entries(values).forEach(([key, value]) => local.set(key, value)),
        },
      },
    },
  };
});

async function installed(details: Parameters<Installed>[0]): Promise<void> {
  heard.installed?.(details);
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  local.clear();
  opened.length = 0;
  attachLifecycle(createStorage({ name: 'lifecycle' }), createBackupDatabase('lifecycle-backups'));
});

describe('the first minute', () => {
  test('is opened when the extension is installed, and never again', async () => {
    await installed({ reason: 'install' });
    expect(opened).toEqual(['extension:/src/welcome/welcome.html']);
    await installed({ reason: 'install' });
    expect(opened).toHaveLength(1);
  });

  test.each([
    ['an update of ours', { reason: 'update', previousVersion: '0.1.0' }, '0.2.0'],
    ['the same version, loaded again', { reason: 'update', previousVersion: '0.2.0' }, null],
    ['an update of the browser', { reason: 'chrome_update' }, null],
  ])('%s opens no tab; only a new version has its quiet line', async (_, details, line) => {
    await installed(details);
    expect(opened).toEqual([]);
    expect(await updatedTo()).toBe(line);
  });
});
