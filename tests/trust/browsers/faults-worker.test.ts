import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteOf } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { type ChromiumSession, startChromium } from '#scripts/driver/chromium.ts';
import { startFirefox } from '#scripts/driver/firefox.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { type Session, until } from '#scripts/driver/session.ts';
import { annotation, article, at, id } from '#tests/storage/records.ts';
import { failpointBuild } from '../failpoint-build.ts';
import { endBackground } from './end-background.ts';
import { armAt, order, sendAgain, sendUntilStopped } from './failpoint-control.ts';

/**
 * The real worker over the real database, stopped at a step of a write and killed there, with the transaction as open as it is. All that
 * is written is tried step by step in tests/trust/faults-kill.test.ts; here stand the writes that readers make most.
 */

describe('Killed at every step of every write, nothing acknowledged is lost: in Chromium', () => {
  let session: ChromiumSession;
  let own: Page;
  beforeAll(async () => {
    session = await startChromium({ extension: failpointBuild('chrome') });
    own = await session.openOwn('src/options/options.html');
  }, 300_000);
  afterAll(() => session?.close());

  const put = (number: number, note: string, base: string | null, minute = number) => ({
    annotation: annotation({ number, note, minute, tags: ['kept'] }),
    article: article(),
    base,
  });
  /** How many steps a message has. */
  const stepsOf = async (name: string, input: unknown): Promise<number> => {
    await armAt(own, 0);
    expect(await sendAgain(own, name, input)).toMatchObject({ ok: true });
    return (await order(own, { disarm: true }, 'steps')) as number;
  };
  const killAt = async (step: number, name: string, input: unknown): Promise<string> => {
    await armAt(own, step);
    const answer = await sendUntilStopped(own, name, input);
    if (!('reached' in answer)) return `answered: ${JSON.stringify(answer)}`;
    await session.killWorker(own);
    return answer.reached;
  };
  const get = (number: number): Promise<Annotation | null> => ask(own, 'annotations.get', { id: id(number) });
  const found = async (): Promise<number> => {
    const page = { order: 'newest', offset: 0, limit: 1 } as const;
    return (await ask(own, 'library.search', { query: '', filter: { tags: ['kept'] }, ...page })).total;
  };

  /** Each attempt has notes of its own. */
  let attempts = 0;

  it('a new note: all of it or nothing, and saved by the second try', { timeout: 900_000 }, async () => {
    const first = 1_000 * ++attempts;
    const steps = await stepsOf('annotations.put', put(first, 'kept before', null));
    expect(steps).toBeGreaterThan(5);
    const before = await found();
    const reached = new Set<string>();
    // Another passage each time; the first note is there throughout. Later ones have a few steps more or fewer than the first: on to the last.
    for (let step = 1; ; step++) {
      const input = put(first + step, `note ${step}`, null);
      const where = await killAt(step, 'annotations.put', input);
      if (where.startsWith('answered')) break;
      reached.add(where);
      const record = await until('the background', async () => ({ now: await get(first + step) }));
      if (where === 'complete') expect(record.now, `step ${step}`).not.toBeNull();
      if (record.now !== null) expect(noteOf(record.now)).toBe(`note ${step}`);
      expect(await sendAgain(own, 'annotations.put', input), `step ${step}`).toMatchObject({ ok: true });
      const kept = await get(first + step);
      expect(kept === null ? null : noteOf(kept), `step ${step}`).toBe(`note ${step}`);
      expect((await get(first))?.id).toBe(id(first));
      expect(await found(), `step ${step}`).toBe(before + step);
    }
    await order(own, { disarm: true }, 'steps');
    for (const where of ['begin', 'request', 'complete']) expect([...reached]).toContain(where);
  });

  it.each([
    { name: 'a longer note', message: 'annotations.put', every: 4 },
    { name: 'into the trash', message: 'annotations.delete', every: 4 },
    { name: 'taken back', message: 'history.undo', every: 4 },
    { name: 'a backup', message: 'backups.make', every: 6 },
  ])('$name: the note is there whichever step it was', { timeout: 900_000 }, async ({ message, every }) => {
    const before = await sendAgain(own, 'annotations.put', put(500, 'precious', null));
    expect(before).toMatchObject({ ok: true });
    const base = (await get(500))?.modified ?? '';
    const inputs: Readonly<Record<string, unknown>> = {
      'annotations.put': put(500, 'precious, and more', base, 501),
      'annotations.delete': { id: id(500) },
      'history.undo': { expected: null },
      'backups.make': null,
    };
    const input = inputs[message];
    for (let step = 1; ; step += every) {
      const where = await killAt(step, message, input);
      const kept = await until('the background', async () => ({ now: await get(500) }));
      const trash = await ask(own, 'library.trash', { offset: 0, limit: 50 });
      const thrown = trash.items.find((item) => item.annotation.id === id(500));
      // Undo takes the very first saving back, when nothing else was done since.
      const notes = [kept.now, thrown?.annotation].flatMap((one) => (one ? [noteOf(one)] : []));
      const isUndone = message === 'history.undo' && (where === 'complete' || where.startsWith('answered'));
      if (!isUndone) expect({ step, where, count: notes.length }).toEqual({ step, where, count: 1 });
      for (const note of notes) expect(['precious', 'precious, and more']).toContain(note);
      if (where.startsWith('answered')) break;
      // As it was, for the next step.
      if (thrown !== undefined) await sendAgain(own, 'annotations.restore', { id: id(500) });
      if (notes.length === 0) await sendAgain(own, 'annotations.put', put(500, 'precious', null));
    }
    await order(own, { disarm: true }, 'steps');
  });

  it('IndexedDB refusing to open: each surface says so, and all goes on when it opens again', async () => {
    const library = await session.openOwn('src/library/library.html');
    await ask(own, 'storage.kept', null);
    await order(own, { refuse: 'throw' }, 'refusing');
    expect(await sendAgain(own, 'annotations.put', put(900, 'refused', null))).toEqual({
      ok: false,
      error: 'storage-unavailable',
    });
    await library.reload({ waitUntil: 'load' });
    await until('the sentence', () =>
      library.evaluate(() =>
        document.body.textContent.includes('The browser does not let us store anything right now.'),
      ),
    );
    await order(own, { refuse: null }, 'refusing');
    expect(await sendAgain(own, 'annotations.put', put(900, 'taken', null))).toMatchObject({ ok: true });
    expect((await get(1_000))?.id).toBe(id(1_000));
  });

  it('an IndexedDB that never answers is not waited for for ever', { timeout: 180_000 }, async () => {
    await ask(own, 'storage.kept', null);
    await order(own, { refuse: 'silent' }, 'refusing');
    const begun = performance.now();
    const refused = sendUntilStopped(own, 'annotations.put', put(901, 'unheard', null));
    expect(await refused).toMatchObject({ ok: false });
    expect(performance.now() - begun).toBeLessThan(59_000);
    await order(own, { refuse: null }, 'refusing');
    expect(await sendAgain(own, 'annotations.put', put(901, 'heard', null))).toMatchObject({ ok: true });
  });
});

describe('IndexedDB refusing to open, in Firefox', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startFirefox({ extension: failpointBuild('firefox') });
  }, 300_000);
  afterAll(() => session?.close());

  it('is said by the library, and what was kept is there afterwards', async () => {
    const own = await session.openOwn('src/options/options.html');
    const input = { annotation: annotation({ number: 1, note: 'kept' }), article: article(), base: null };
    expect(await sendAgain(own, 'annotations.put', input)).toMatchObject({ ok: true });
    await order(own, { refuse: 'throw' }, 'refusing');
    const edited = {
      ...input,
      annotation: annotation({ number: 1, note: 'refused', minute: 5 }),
      base: at(1),
    };
    expect(await sendAgain(own, 'annotations.put', edited)).toEqual({
      ok: false,
      error: 'storage-unavailable',
    });
    const library = await session.openOwn('src/library/library.html');
    await until('the sentence', () =>
      library.evaluate(() =>
        document.body.textContent.includes('The browser does not let us store anything right now.'),
      ),
    );
    await order(own, { refuse: null }, 'refusing');
    expect(await sendAgain(own, 'annotations.put', edited)).toMatchObject({ ok: true });
    expect((await ask(own, 'annotations.get', { id: id(1) }))?.id).toBe(id(1));
  });
});

describe('Killed in the middle of writes, nothing acknowledged is lost: in Firefox', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startFirefox({ systemAccess: true });
  }, 120_000);
  afterAll(() => session?.close());

  const rounds = 20;
  /** Which background this is: its page has another life each time. */
  const bornAt = (own: Page): Promise<unknown> =>
    own.evaluate('browser.runtime.getBackgroundPage().then((page) => page.performance.timeOrigin)');

  it(
    'the event page is ended twenty times while six passages are being saved',
    { timeout: 300_000 },
    async () => {
      const own = await session.openOwn('src/options/options.html');
      const input = (number: number) => ({
        annotation: annotation({ number, note: `note ${number}`, tags: ['kept'] }),
        article: article(),
        base: null,
      });
      const lives = new Set<unknown>();
      const cutOff: number[] = [];
      for (let round = 0; round < rounds; round++) {
        lives.add(await bornAt(own));
        const numbers = Array.from({ length: 6 }, (_, index) => 6 * round + index + 1);
        const messages = numbers.map((number) => ({ name: 'annotations.put', input: input(number) }));
        // One every few ms, so that one is under way whenever it is ended.
        const saving = own.evaluate(`Promise.all(${JSON.stringify(messages)}.map(async (message, index) => {
        await new Promise((resolve) => setTimeout(resolve, 5 * index));
        const reply = await browser.runtime.sendMessage(message).catch(() => null);
        return reply?.ok === true;
      }))`) as Promise<boolean[]>;
        await new Promise((resolve) => setTimeout(resolve, round));
        await endBackground(session, own);
        const saved = await saving;
        for (const [index, number] of numbers.entries()) {
          const record = await until('the background', async () => ({
            now: await ask(own, 'annotations.get', { id: id(number) }),
          }));
          if (saved[index] === true) expect(record.now, `note ${number}`).not.toBeNull();
          else cutOff.push(number);
          if (record.now !== null) expect(noteOf(record.now)).toBe(`note ${number}`);
          expect(await sendAgain(own, 'annotations.put', input(number))).toMatchObject({ ok: true });
        }
      }
      expect(lives.size).toBe(rounds);
      expect(cutOff.length).toBeGreaterThan(0);
      const page = { order: 'newest', offset: 0, limit: 1 } as const;
      const found = await ask(own, 'library.search', { query: '', filter: { tags: ['kept'] }, ...page });
      expect(found.total).toBe(6 * rounds);
    },
  );
});
