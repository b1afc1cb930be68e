import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '#scripts/driver/own-page.ts';
import { findLeaks } from '#tests/sync/browsers/find-leaks.ts';
import { libraryOf } from '#tests/sync/browsers/library-of.ts';
import { settle, stateOf, syncOnce } from '#tests/sync/browsers/machine-sync.ts';
import { heardBy } from '#tests/sync/browsers/notebook-server.ts';
import { rawDatabase } from '#tests/sync/browsers/raw-database.ts';
import {
  inLibrary,
  noteOn,
  notesOf,
  popoverShows,
  speaker,
  words,
} from '#tests/sync/browsers/reader-steps.ts';
import { setUpByCode, setUpByHand, stopByHand, syncByHand } from '#tests/sync/browsers/sync-by-hand.ts';
import {
  articles,
  type Machine,
  openTwoMachines,
  publisher,
  type TwoMachines,
} from '#tests/sync/browsers/two-machines.ts';

/** More than one machine, in short: Chromium and Firefox keep one notebook. `npm run test:sync` tries it at length. */

const passphrase = 'fourteen herons over the estuary';

describe('one notebook on Chromium and Firefox', () => {
  let desk: TwoMachines;
  let one: Machine;
  let other: Machine;
  beforeAll(async () => {
    desk = await openTwoMachines(['chrome', 'firefox']);
    ({ one, other } = desk);
  });
  afterAll(() => desk?.close());

  it('nothing is asked of the server until it is set up in the options; the other machine takes the setup code', async () => {
    // Unless this is tried again, with the notebook begun.
    if ((await stateOf(one)).server === null)
      expect(desk.server.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
    await setUpByHand(one, desk.server.access, passphrase);
    await setUpByCode(other, one, passphrase);
  });

  it('a note from the popover of one is beside the article on the other', async () => {
    await noteOn(one, 'Ask the president about Friday. ');
    await syncByHand(one);
    await syncByHand(other);
    await popoverShows(other, ['Ask the president about Friday.']);
  });

  it('what both write while the server is away is kept on both, and the library of each is the same', async () => {
    await desk.server.kill();
    await noteOn(one, ' Written on the train. ');
    await noteOn(other, ' Written at the office. ');
    expect((await syncOnce(one)).problem).not.toBeNull();
    await desk.server.restart();
    await settle(one, other);
    const both = (note: string): boolean => note.includes('on the train') && note.includes('at the office');
    expect((await notesOf(one)).filter(both)).toHaveLength(1);
    await inLibrary(other, '#/notes', ['Written on the train.', 'Written at the office.', speaker]);
    expect(await libraryOf(other)).toEqual(await libraryOf(one));
  });

  it('the server has none of the words, and hears nothing more when it is stopped', async () => {
    const secrets = [
      'Ask the president',
      'Written on the train',
      words,
      speaker,
      publisher,
      ...articles,
      one.name,
      passphrase,
    ];
    const told = desk.server.calls.map(({ path, body }) => path + body).join('\n');
    expect(findLeaks((await rawDatabase(desk.server)) + told, secrets)).toEqual([]);
    await stopByHand(one);
    const heard = await heardBy(desk.server);
    await noteOn(one, ' Afterwards. ');
    expect(await ask(one.own, 'sync.run', null)).toBeNull();
    expect(desk.server.calls.length).toBe(heard);
  });
});
