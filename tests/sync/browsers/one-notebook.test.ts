import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareArticle } from '#core/bare-article.ts';
import { ask } from '#scripts/driver/own-page.ts';
import { until } from '#scripts/driver/session.ts';
import { endBackground } from '#tests/trust/browsers/end-background.ts';
import { findLeaks } from './find-leaks.ts';
import { keepElsewhere } from './keep-elsewhere.ts';
import { libraryOf } from './library-of.ts';
import { settle, syncOnce, syncWell } from './machine-sync.ts';
import type { Moment } from './notebook-server.ts';
import { rawDatabase } from './raw-database.ts';
import {
  click,
  correctSpeaker,
  deleteInLibrary,
  hitsOf,
  inLibrary,
  noteOn,
  notesOf,
  popoverShows,
  speaker,
  speakersOf,
  tagOn,
  tagsOf,
  words,
} from './reader-steps.ts';
import { setUpByCode, setUpByHand } from './sync-by-hand.ts';
import { articles, type Machine, openTwoMachines, publisher, type TwoMachines } from './two-machines.ts';

/**
 * Two computers of one reader keep one notebook, through real pages, real browsers and a real server that is killed in the middle. Each
 * step begins with whatever the one before has left, and can be tried again.
 */

const passphrase = 'fourteen herons over the estuary';

const kinds: readonly {
  readonly name: string;
  readonly kinds: readonly [Machine['kind'], Machine['kind']];
}[] = [
  { name: 'two profiles of Chromium', kinds: ['chrome', 'chrome'] },
  { name: 'Chromium and Firefox', kinds: ['chrome', 'firefox'] },
];

const calls = ['_changes', '_bulk_get', '_revs_diff', '_bulk_docs', '_local'];
const moments: readonly Moment[] = ['unheard', 'unanswered'];

describe.each(kinds)('one notebook on $name', ({ kinds: both }) => {
  let desk: TwoMachines;
  let one: Machine;
  let other: Machine;
  /** Every text that a machine has said it has saved. */
  const acknowledged: string[] = [];
  let texts = 0;
  /** Words that were never written before, in any attempt. */
  const say = (what: string): string => {
    const text = `${what}, the ${++texts}th remark`;
    acknowledged.push(text);
    return text;
  };

  beforeAll(async () => {
    desk = await openTwoMachines(both);
    ({ one, other } = desk);
  });
  afterAll(() => desk?.close());

  /** Both have the same, and all that was ever acknowledged. */
  const expectOne = async (): Promise<void> => {
    await settle(one, other);
    expect(await libraryOf(other)).toEqual(await libraryOf(one));
    const kept = JSON.stringify(await libraryOf(one));
    expect(acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  };
  it('is set up on one in the options, and on the other with its code', async () => {
    await setUpByHand(one, desk.server.access, passphrase);
    await setUpByCode(other, one, passphrase);
  });

  it('a note from the popover on one is in the library and beside the article on the other', async () => {
    const note = say('Ask the president about Friday');
    await noteOn(one, `${note}. `);
    await settle(one, other);
    await inLibrary(other, '#/notes', [note, speaker]);
    await popoverShows(other, [note]);
    await expectOne();
  });

  it('edits on both sides meet: a tag here, a corrected speaker there', async () => {
    await tagOn(one, 'Riverbank politics');
    await correctSpeaker(other, words, 'lindq', 'Ruth Lindqvist');
    await expectOne();
    for (const machine of [one, other]) {
      expect(await tagsOf(machine)).toContain('Riverbank politics');
      expect(await speakersOf(machine)).toContain('Ruth Lindqvist');
    }
  });

  it('people of two articles who are joined on one are one person on the other', async () => {
    const quoted = 'Borek, OPEN THEM!';
    await noteOn(one, `${say('Who reads this there')}. `, { on: quoted });
    await noteOn(other, `${say('The same words a day later')}. `, { on: quoted, article: articles[1] });
    await settle(one, other);
    const named = async ({ own }: Machine): Promise<number> =>
      (await ask(own, 'people.list', { query: speaker, order: 'count', offset: 0, limit: 9 })).items.length;
    if ((await named(other)) > 1)
      await inLibrary(other, '#/people', [speaker], async (library) => {
        await click(library, '.list-row-title a', speaker);
        await click(library, '.namesake .button', 'The same');
        await until('one person', async () => (await named(other)) === 1);
      });
    await expectOne();
    for (const machine of [one, other]) expect(await named(machine)).toBe(1);
  });

  it('while the server is away both write on one note: both texts are kept and shown on both', async () => {
    await desk.server.kill();
    const [here, there] = [say('Written on the train'), say('Written at the office')];
    await noteOn(one, ` ${here}. `);
    await noteOn(other, ` ${there}. `);
    for (const machine of [one, other]) expect((await syncOnce(machine)).problem).not.toBeNull();
    await desk.server.restart();
    await expectOne();
    for (const machine of [one, other]) {
      expect(
        (await notesOf(machine)).filter((note) => note.includes(here) && note.includes(there)),
      ).toHaveLength(1);
      await popoverShows(machine, [here, there]);
      await inLibrary(machine, '#/notes', [here, there]);
    }
  });

  it('what is deleted on one and written on the other meanwhile is kept', async () => {
    const [before, after] = [say('Kept for a day'), say('Wanted after all')];
    const id = await keepElsewhere(one, before);
    await settle(one, other);
    await desk.server.kill();
    await deleteInLibrary(one, before);
    const [hit] = await hitsOf(other, before);
    if (hit === undefined) throw new Error('it has not come');
    await inLibrary(other, '#/notes', [before]);
    const { annotation, article } = hit;
    const body = annotation.body.map((each) => ({ ...each, value: `${before} ${after}` }));
    const modified = new Date().toISOString();
    await ask(other.own, 'annotations.put', {
      annotation: { ...annotation, body, modified },
      article: article ?? bareArticle(annotation.target.source, modified, 'Elsewhere'),
      base: annotation.modified,
    });
    expect(await ask(one.own, 'annotations.get', { id })).toBeNull();
    await desk.server.restart();
    await expectOne();
    for (const machine of [one, other]) await inLibrary(machine, '#/notes', [after]);
  });

  it('what is deleted on one is gone on the other, and can be brought back there', async () => {
    const note = say('Thrown away by mistake');
    const id = await keepElsewhere(other, note);
    await settle(one, other);
    await deleteInLibrary(other, note);
    await settle(one, other);
    expect(await ask(one.own, 'annotations.get', { id })).toBeNull();
    await ask(other.own, 'history.undo', { expected: null });
    await expectOne();
    expect(await ask(one.own, 'annotations.get', { id })).not.toBeNull();
  });

  it.each(calls.flatMap((call) => moments.map((moment) => ({ call, moment }))))(
    'the server dies at $call, which is $moment: nothing is lost, and all is well when it is back',
    async ({ call, moment }) => {
      await keepElsewhere(one, say('Before it fell over'));
      await syncWell(one);
      await keepElsewhere(other, say('While it falls over'));
      const dead = desk.server.dieAt(call, moment);
      const last = await syncOnce(other);
      await dead;
      expect(last.problem).not.toBeNull();
      await keepElsewhere(one, say('After it fell over'));
      await desk.server.restart();
      await expectOne();
    },
  );

  it.each(calls)(
    'the background is killed at %s: nothing is lost, and the next run takes up',
    async (call) => {
      await keepElsewhere(one, say('Before the background ended'));
      await syncWell(one);
      await keepElsewhere(other, say('While the background ends'));
      const held = desk.server.holdAt(call);
      const run = ask(other.own, 'sync.run', null).catch(() => null);
      const { letGo } = await held;
      await endBackground(other.session, other.own);
      letGo();
      await run;
      await keepElsewhere(other, say('After the background ended'));
      await expectOne();
    },
  );

  it('the browser is killed in the middle of a run and started again with its profile', async () => {
    await keepElsewhere(one, say('Before the browser fell over'));
    const held = desk.server.holdAt('_bulk_docs');
    const run = ask(one.own, 'sync.run', null).catch(() => null);
    const { letGo } = await held;
    await one.killAndStart();
    letGo();
    await run;
    await keepElsewhere(other, say('While the browser was away'));
    await expectOne();
  });

  it('the server has none of the words, names, addresses and tags, and was never told any', async () => {
    const secrets = [
      passphrase,
      ...acknowledged,
      one.name,
      other.name,
      publisher,
      ...articles,
      ...articles.map((address) => address.replace('http:', 'https:')),
      'www.example.org',
      words,
      speaker,
      'Ruth Lindqvist',
      'Helena Marrow'.toLowerCase(),
      'Riverbank politics',
      'The Port Ansel Courier',
      'TextQuoteSelector',
      'urn:uuid:',
      'annotations',
    ];
    const held = await rawDatabase(desk.server);
    const told = desk.server.calls.map(({ method, path, body }) => `${method} ${path}\n${body}`).join('\n');
    expect(held.length).toBeGreaterThan(10_000);
    expect(findLeaks(held, secrets)).toEqual([]);
    expect(findLeaks(told, secrets)).toEqual([]);
    // The same search finds them all where they are.
    const library = JSON.stringify(await libraryOf(one));
    const kept = [...acknowledged, publisher, speaker, 'Riverbank politics'];
    expect(findLeaks(library, kept)).toEqual(kept);
  });
});
