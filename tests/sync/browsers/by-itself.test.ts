import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { endBackground } from '#tests/trust/browsers/end-background.ts';
import { keepElsewhere } from './keep-elsewhere.ts';
import { settle, setUp, stateOf, syncOnce } from './machine-sync.ts';
import { heardBy, type NotebookServer } from './notebook-server.ts';
import { hitsOf, noteOn } from './reader-steps.ts';
import { type Machine, openTwoMachines, type TwoMachines } from './two-machines.ts';

/** Nobody clicks: a change, the browser's start and the alarm have a machine sync; after a failure it waits, longer each time. */

const passphrase = 'fourteen herons over the estuary';
/** So long may it take that a change is sent unasked, in ms: it waits for five seconds of calm, twenty at most. */
const soon = 45_000;

describe.each([
  { name: 'Chromium, and Firefox beside it', kinds: ['chrome', 'firefox'] },
  { name: 'Firefox, and Chromium beside it', kinds: ['firefox', 'chrome'] },
] as const)('by itself: $name', ({ kinds }) => {
  let desk: TwoMachines;
  let server: NotebookServer;
  let one: Machine;
  let other: Machine;
  let notes = 0;
  const say = (what: string): string => `${what}, the ${++notes}th remark`;

  beforeAll(async () => {
    desk = await openTwoMachines(kinds);
    ({ one, other, server } = desk);
    for (const machine of [one, other]) await setUp(machine, server.access, passphrase);
  });
  afterAll(() => desk?.close());

  /** Both have all, and the server answers. */
  const begin = async (): Promise<void> => {
    await server.restart();
    await settle(one, other);
  };
  const has = async (machine: Machine, note: string): Promise<boolean> =>
    (await hitsOf(machine, note)).length > 0;
  /** Has the alarm ring now: a moment before, it stands as the machine has set it. */
  const ring = async (own: Page): Promise<void> => {
    const period = (await own.evaluate(
      `chrome.alarms.get('sync').then((one) => one?.periodInMinutes)`,
    )) as number;
    expect(period).toBe(5);
    await own.evaluate(
      `chrome.alarms.create('sync', { when: Date.now() + 200, periodInMinutes: ${period} })`,
    );
  };

  it('a note that is written in the popover is sent soon after, and comes to the other when its alarm rings', async () => {
    await begin();
    const note = say('Sent without a click');
    await noteOn(one, `${note}. `);
    await until('the note to be sent', async () => (await stateOf(one)).waiting === 0, soon);
    const library = await other.session.openOwn('src/library/library.html#/notes');
    await ring(other.own);
    // The library that is open shows it, without having been touched.
    await until('the note in the library', () =>
      library.evaluate((text) => document.body.innerText.includes(text), note),
    );
    await library.close();
  });

  it('a note is sent even when the background is ended right after it was saved', async () => {
    await begin();
    const note = say('The background went to sleep');
    await keepElsewhere(one, note);
    await endBackground(one.session, one.own);
    await ring(one.own);
    await until('the note to be sent', async () => (await stateOf(one)).waiting === 0, soon);
    await settle(one, other);
    expect(await has(other, note)).toBe(true);
  });

  it.runIf(kinds[0] === 'chrome')('at its start the browser fetches what was written elsewhere', async () => {
    await begin();
    const note = say('While the laptop was closed');
    await keepElsewhere(other, note);
    await settle(other);
    expect(await has(one, note)).toBe(false);
    await one.killAndStart();
    await until('the note', () => has(one, note), soon);
  });

  it('after a failure it says why, what waits and when it is tried again, later each time; a click does not wait', async () => {
    await begin();
    await server.kill();
    const note = say('Nobody hears it');
    await keepElsewhere(one, note);
    const waits: number[] = [];
    for (let time = 0; time < 4; time++) {
      expect((await syncOnce(one)).problem).toMatch(/^(?:unreachable|no-safe-connection|offline)$/);
      const { last, next, waiting } = await stateOf(one);
      expect(waiting).toBeGreaterThan(0);
      waits.push(Date.parse(next ?? '') - Date.parse(last?.at ?? ''));
    }
    // A minute, and then twice as long each time, with a quarter more or less.
    for (const [time, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(0.75 * 60_000 * 2 ** time);
      expect(wait).toBeLessThanOrEqual(1.25 * 60_000 * 2 ** time);
    }
    await server.restart();
    // The alarm keeps to it.
    const heard = await heardBy(server);
    await ring(one.own);
    await until('the alarm to have rung', async () => {
      const when = (await one.own.evaluate(
        `chrome.alarms.get('sync').then((one) => one.scheduledTime)`,
      )) as number;
      return when > Date.now() + 60_000;
    });
    await stateOf(one);
    expect(server.calls.length).toBe(heard);
    expect((await syncOnce(one)).problem).toBeNull();
    expect(await stateOf(one)).toMatchObject({ waiting: 0, next: null });
    await settle(one, other);
    expect(await has(other, note)).toBe(true);
  });

  it('who is told that a server is away loses nothing, and is told when it was last reached', async () => {
    await begin();
    const { lastGood } = await stateOf(one);
    await server.kill();
    await syncOnce(one);
    expect((await stateOf(one)).lastGood).toBe(lastGood);
    await server.restart();
    await settle(one, other);
    expect(Date.parse((await stateOf(one)).lastGood ?? '')).toBeGreaterThan(Date.parse(lastGood ?? ''));
    expect(await ask(one.own, 'storage.kept', null)).toBe(await ask(other.own, 'storage.kept', null));
  });
});
