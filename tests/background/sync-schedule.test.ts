import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordsChanged, showRecordsAgain } from '#background/records-changed.ts';
import { attachSync, setSyncAlarm } from '#background/sync-schedule.ts';
import type { SyncService } from '#background/sync-service.ts';

const fake = vi.hoisted(() => {
  const heard = new Map<string, (given: unknown) => void>();
  const event = (name: string) => ({
    addListener: (callback: (given: unknown) => void) => void heard.set(name, callback),
  });
  const alarms = new Map<string, unknown>();
  const local = new Map<string, unknown>();
  const session = new Map<string, unknown>();
  return { heard, event, alarms, local, session, asked: [] as string[], problem: null as string | null };
});

vi.mock('webextension-polyfill', () => ({
  default: {
    alarms: {
      onAlarm: fake.event('alarm'),
      get: async (name: string) => fake.alarms.get(name),
      create: async (name: string, when: unknown) => void fake.alarms.set(name, when),
      clear: async (name: string) => fake.alarms.delete(name),
    },
    runtime: { onStartup: fake.event('startup') },
    permissions: { onAdded: fake.event('added') },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: fake.local.get(key) }),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) fake.local.set(key, value);
        },
        remove: async (key: string) => void fake.local.delete(key),
      },
      session: {
        get: async (key: string) => ({ [key]: fake.session.get(key) }),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) fake.session.set(key, value);
        },
      },
    },
  },
}));

const service = {
  state: async () => ({ server: {}, last: { problem: fake.problem } }),
  run: async () => void fake.asked.push('run'),
  runIfDue: async () => void fake.asked.push('if due'),
} as unknown as SyncService;

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  for (const one of [fake.heard, fake.alarms, fake.local, fake.session]) one.clear();
  fake.asked.length = 0;
  fake.problem = null;
});
afterEach(() => vi.useRealTimers());

describe('a run', () => {
  it('comes a few seconds after the last of several changes, once', async () => {
    attachSync(service);
    for (let count = 0; count < 3; count++) {
      recordsChanged();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(fake.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(fake.asked).toEqual(['if due']);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(fake.asked).toEqual(['if due']);
  });

  it('is not put off for ever by a reader who goes on changing things', async () => {
    attachSync(service);
    for (let count = 0; count < 8; count++) {
      recordsChanged();
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(fake.asked).toContain('if due');
  });

  it('does not come of what another machine has changed', async () => {
    attachSync(service);
    showRecordsAgain();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.asked).toEqual([]);
  });

  it('comes with its alarm, and with no other', async () => {
    attachSync(service);
    fake.heard.get('alarm')?.({ name: 'back-up' });
    await settle();
    expect(fake.asked).toEqual([]);
    fake.heard.get('alarm')?.({ name: 'sync' });
    await settle();
    expect(fake.asked).toEqual(['if due']);
  });

  it('comes when the browser starts, or the first background of a session does, once', async () => {
    attachSync(service);
    fake.heard.get('startup')?.(null);
    await settle();
    // Nothing is set up.
    expect(fake.asked).toEqual([]);
    fake.local.set('syncOn', true);
    fake.heard.get('startup')?.(null);
    await settle();
    expect(fake.asked).toEqual(['run']);
    attachSync(service);
    await settle();
    expect(fake.asked).toEqual(['run']);
    // The next session: an update of ours, of whose start nobody is told.
    fake.session.clear();
    attachSync(service);
    await settle();
    expect(fake.asked).toEqual(['run', 'run']);
  });

  it('comes when access that was missing is given', async () => {
    attachSync(service);
    fake.heard.get('added')?.({});
    await settle();
    expect(fake.asked).toEqual([]);
    fake.problem = 'no-access';
    fake.heard.get('added')?.({});
    await settle();
    expect(fake.asked).toEqual(['run']);
  });
});

describe('the alarm', () => {
  it('is there while a server is set up, also after the browser has forgotten it', async () => {
    attachSync(service);
    await settle();
    expect([...fake.alarms]).toEqual([]);
    setSyncAlarm(true);
    await settle();
    expect([...fake.alarms.keys()]).toEqual(['sync']);
    fake.alarms.clear();
    attachSync(service);
    await settle();
    expect([...fake.alarms]).toEqual([['sync', { periodInMinutes: 5 }]]);
    setSyncAlarm(false);
    await settle();
    fake.alarms.clear();
    attachSync(service);
    await settle();
    expect([...fake.alarms]).toEqual([]);
  });
});
