import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Requests } from '#messaging/protocol.ts';
import type { Sender } from '#messaging/server.ts';
import { dump } from '#tests/storage/dump.ts';
import { isWhole } from './amount.ts';
import { createBackground, senderFor, wakeBackground } from './background.ts';
import { attachFailpoint, type Step } from './failpoint.ts';
import { fakeNavigator } from './fake-browser.ts';
import { type Kept, keptOf, lost, troublesOf } from './kept-state.ts';
import { ids, messageSamples } from './message-samples.ts';

vi.stubGlobal('navigator', fakeNavigator);
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

/**
 * The background is killed at every step of everything that it writes, in a database of memory, whose transactions are taken back as
 * the browser takes them back; tests/trust/browsers/faults-worker.test.ts does the same to the real one.
 */

let isDead = false;
const failpoint = attachFailpoint((step: Step, transaction) => {
  isDead = true;
  if (step === 'request') transaction?.abort();
  if (step === 'begin') throw new DOMException('killed', 'InvalidStateError');
});
/** Who is dead opens nothing and begins nothing. */
function mortal(prototype: object, name: 'open' | 'transaction'): void {
  const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
  const value = function (this: unknown, ...args: unknown[]): unknown {
    if (isDead) throw new DOMException('killed', 'InvalidStateError');
    return original.apply(this, args);
  };
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}
mortal(IDBFactory.prototype, 'open');
mortal(IDBDatabase.prototype, 'transaction');

const begun = Date.parse('2026-01-04T00:00:00Z');
let uuids = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: begun });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(crypto, 'randomUUID').mockImplementation(
    () => `00000000-0000-4000-9000-${String(++uuids).padStart(12, '0')}`,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Name = keyof Requests;
/** These forget something for good: that is what they are for. */
const forgetting: ReadonlySet<Name> = new Set(['library.purge', 'storage.wipe']);
/** What cannot be done twice says so. */
const onceOnly: ReadonlyMap<Name, string> = new Map([
  ['history.undo', 'not-found'],
  ['import.commit', 'not-found'],
  ['import.stage', 'not-found'],
  ['people.merge', 'not-found'],
  ['people.split', 'not-found'],
]);

interface Killed {
  readonly before: Kept;
  readonly after: Kept;
  /** How many steps there were until then. */
  readonly steps: number;
  readonly isAnswered: boolean;
  readonly troubles: readonly string[];
}

let runs = 0;
/** Sends a message to a new background and kills it at a step of its work; 0: at none. */
async function killedAt(name: Name, step: number): Promise<Killed> {
  uuids = 0;
  const database = `killed-${++runs}`;
  const { samples, send, routes } = await createBackground(database);
  const sender = senderFor(routes, name);
  const input: unknown = name === 'library.purge' ? { ids: 'all', job: 'job-1' } : Reflect.get(samples, name);
  const message = { name, input };
  const before = keptOf(await dump(database));
  failpoint.arm(step);
  const reply = await send(message, sender);
  const steps = failpoint.disarm();
  const isAnswered = reply.ok && !isDead;
  isDead = false;
  const after = keptOf(await dump(database));
  const woken = wakeBackground(database);
  const troubles = await troublesOf(woken, after);
  const again = step === 0 ? reply : await woken.send(message, sender);
  if (!again.ok && again.error !== onceOnly.get(name)) troubles.push(`again: ${again.error}`);
  const redone = keptOf(await dump(database));
  if (step > 0) troubles.push(...lost(before, redone, forgetting.has(name)));
  troubles.push(...(await troublesOf(woken, redone)));
  await deleteDB(database, { blocked: () => {} });
  await deleteDB(`${database}-backups`, { blocked: () => {} });
  return { before, after, steps, isAnswered, troubles };
}

/** Of so many steps those that are tried: all, or the first, the last and one between. */
const tried = (steps: number): readonly number[] =>
  isWhole
    ? Array.from({ length: steps }, (_, index) => index + 1)
    : [...new Set([1, Math.ceil(steps / 2), steps])];

/** Whatever `npm test` has no time for is tried in `npm run test:trust`. */
const most: readonly Name[] = [
  'annotations.put',
  'annotations.delete',
  'library.purge',
  'people.merge',
  'backups.restore',
  'import.commit',
];
const names = Object.keys(messageSamples('')) as Name[];

describe('Killed at every step of every write, nothing acknowledged is lost', () => {
  it.each(isWhole ? names : most)('%s', { timeout: 600_000 }, async (name) => {
    const whole = await killedAt(name, 0);
    expect(whole.troubles).toEqual([]);
    if (most.includes(name)) expect(whole.steps).toBeGreaterThan(1);
    const found: string[] = [];
    for (const step of tried(whole.steps)) {
      const killed = await killedAt(name, step);
      const say = (trouble: string): void => void found.push(`step ${step} of ${whole.steps}: ${trouble}`);
      if (killed.isAnswered) say('was answered');
      killed.troubles.forEach(say);
      lost(killed.before, killed.after, forgetting.has(name)).forEach(say);
      // Each record is as it was, or as it was to be: never half of it.
      for (const [key, value] of Object.entries(killed.after.records)) {
        const possible = [whole.before.records[key], whole.after.records[key]];
        if (!possible.includes(value)) say(`${key} is neither as before nor as after`);
      }
    }
    expect(found).toEqual([]);
    expect(whole.before.ids).toContain(ids.here);
  });
});

describe('50 tabs at once', () => {
  const tabs = 50;
  const note = (tab: number): string => `word-${String(tab).padStart(2, '0')}`;
  /** Each tab's popover writes a note on the same passage, of which none has heard of the others. */
  const putBy = (tab: number): { readonly name: string; readonly input: unknown } => {
    const { annotation, article } = messageSamples('')['annotations.put'];
    const body = [{ type: 'TextualBody', purpose: 'commenting', value: note(tab), format: 'text/markdown' }];
    const own = `urn:uuid:00000000-0000-4000-8000-${String(1_000 + tab).padStart(12, '0')}`;
    return {
      name: 'annotations.put',
      input: { annotation: { ...annotation, id: own, body }, article, base: null },
    };
  };
  const tabOf = (tab: number): Sender => ({ kind: 'ui', tabId: 100 + tab });

  it('keep all fifty notes on one passage', async () => {
    const name = 'fifty';
    const { send } = await createBackground(name);
    const numbers = Array.from({ length: tabs }, (_, tab) => tab);
    const replies = await Promise.all(numbers.map((tab) => send(putBy(tab), tabOf(tab))));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const text = Object.values(keptOf(await dump(name)).notes).join('\n');
    for (const tab of numbers) expect(text.split(note(tab)).length - 1, note(tab)).toBe(1);
  });

  it.each(isWhole ? [2, 40, 200, 500, 900] : [200])(
    'killed at step %i, keep every note that was acknowledged',
    async (step) => {
      const name = `fifty-killed-${step}`;
      const { send } = await createBackground(name);
      const numbers = Array.from({ length: tabs }, (_, tab) => tab);
      const acknowledged: number[] = [];
      failpoint.arm(step);
      await Promise.all(
        numbers.map(async (tab) => {
          const { ok } = await send(putBy(tab), tabOf(tab));
          if (ok && !isDead) acknowledged.push(tab);
        }),
      );
      failpoint.disarm();
      expect(isDead).toBe(true);
      isDead = false;
      expect(acknowledged.length).toBeLessThan(tabs);
      const read = async (): Promise<string> => Object.values(keptOf(await dump(name)).notes).join('\n');
      const text = await read();
      for (const tab of acknowledged) expect(text, note(tab)).toContain(note(tab));
      // Each tab tries what was not acknowledged once more: nothing stands twice.
      const woken = wakeBackground(name);
      for (const tab of numbers)
        if (!acknowledged.includes(tab))
          expect(await woken.send(putBy(tab), tabOf(tab))).toMatchObject({ ok: true });
      const whole = await read();
      for (const tab of numbers) expect(whole.split(note(tab)).length - 1, note(tab)).toBe(1);
      expect(await troublesOf(woken, keptOf(await dump(name)))).toEqual([]);
    },
  );
});
