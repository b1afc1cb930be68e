import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageState, TabRequests } from '#messaging/protocol.ts';
import { dispatch, type Sender } from '#messaging/server.ts';
import { createTabRoutes } from '#content/tab-routes.ts';
import { makeRandom, pick } from '#scripts/train-random.ts';
import { isWhole, seedOf } from './amount.ts';
import { content, library, popover } from './background.ts';
import { mutate } from './mutate.ts';

vi.stubGlobal('location', { hostname: 'lantern.example' });
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

/** One right message of each name to our script in a page. A name that is missing here does not compile. */
const samples: { readonly [Name in keyof TabRequests]: Parameters<TabRequests[Name]>[0] } = {
  'page.marks': null,
  'page.showMarks': { shown: true, scope: 'site' },
  'page.toggleMarks': null,
  'page.state': null,
  'page.reveal': { type: 'quotation', start: 3 },
  'page.resizePopover': { height: 300 },
  'page.setEnds': { start: 1, end: 9 },
  'page.keepFocus': null,
  'page.closePopover': null,
  'page.openSelection': { intent: 'keep' },
  'page.openNext': null,
  'page.openPrevious': null,
  'page.isTyping': null,
  'page.detectAgain': null,
  'page.refresh': null,
  'page.end': null,
};

const done: [string, ...unknown[]][] = [];
const did = <T>(name: string, answer: T) => (...given: unknown[]): T => {
  done.push([name, ...given]);
  return answer;
}; // prettier-ignore
const state: PageState = { state: 'not-article' };
const routes = createTabRoutes(
  {
    state: did('state', state),
    reveal: did('reveal', true),
    resizePopover: did('resize', undefined),
    closePopover: did('close', undefined),
    keepFocus: did('keepFocus', undefined),
    setEnds: did('setEnds', null),
    openSelection: did('openSelection', Promise.resolve(true)),
    openNext: did('openNext', Promise.resolve(true)),
    refresh: did('refresh', undefined),
    detectAgain: did('detectAgain', Promise.resolve()),
    isTyping: did('isTyping', false),
    end: did('end', undefined),
  },
  {
    isShown: did('isShown', true),
    refresh: did('marks.refresh', Promise.resolve()),
    set: did('set', Promise.resolve()),
  },
);
const names = Object.keys(samples) as (keyof TabRequests)[];

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  done.length = 0;
});

describe('Our script in a page obeys pages of ours alone', () => {
  it('answers each right message of theirs', async () => {
    for (const name of names) {
      done.length = 0;
      expect({ name, reply: await dispatch(routes, { name, input: samples[name] }, library) }).toMatchObject({
        reply: { ok: true },
      });
      expect(done, name).not.toEqual([]);
    }
  });

  it('does nothing for a script of a page, for another frame or for another extension', async () => {
    const strangers: readonly (Sender | null)[] = [content, { ...content, tabId: 8 }, null];
    for (const name of names)
      for (const sender of strangers)
        expect(await dispatch(routes, { name, input: samples[name] }, sender)).toEqual({
          ok: false,
          error: 'not-allowed',
        });
    expect(done).toEqual([]);
  });

  it('refuses what is malformed with a code, and does nothing for it', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const random = makeRandom(seedOf(70_000));
    const refused = new Set<string>();
    for (let count = 0; count < (isWhole ? 30_000 : 3_000); count++) {
      const name = pick(names, random);
      let input: unknown = samples[name];
      for (let times = 1 + Math.floor(random() * 3); times > 0; times--) input = mutate(input, random);
      done.length = 0;
      const reply = await dispatch(routes, { name, input }, random() < 0.5 ? library : popover);
      if (reply.ok) continue;
      expect(reply.error, name).toBe('bad-message');
      expect(done, name).toEqual([]);
      refused.add(name);
    }
    expect(errors).not.toHaveBeenCalled();
    expect([...refused].toSorted()).toEqual(names.toSorted());
  });
});
