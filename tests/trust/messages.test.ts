import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeRandom, pick } from '#scripts/train-random.ts';
import type { Reply } from '#messaging/protocol.ts';
import type { Sender } from '#messaging/server.ts';
import { dump } from '#tests/storage/dump.ts';
import { type Background, content, createBackground, library, popover } from './background.ts';
import { isWhole, seedOf } from './amount.ts';
import { fakeNavigator } from './fake-browser.ts';
import { leaves, withLeaf } from './message-leaves.ts';
import { canary, elsewhere, here, ids } from './message-samples.ts';
import { mutate } from './mutate.ts';
import { messageSeeds } from './regressions.ts';

vi.stubGlobal('navigator', fakeNavigator);
vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).fakeBrowser }));

/** A round has a library of its own. 2,000 messages in `npm test`, 100,000 in `npm run test:trust`. */
const inARound = 1_000;
const rounds = isWhole ? 50 : 1;
/** What a content script may ask. A name that joins it must be written here too, with what it can reach in mind. */
const ofContent = [
  'article.open', 'article.saved', 'article.decided', 'article.outcomes', 'page.started', 'popover.prepare', 'popover.forget',
  'popover.unshown', 'popover.dragged',
]; // prettier-ignore

/** What only a page of ours that stands alone may ask: nothing that it does can be undone by one key, or it changes many records. */
const ofThoseAlone = [
  'library.tag', 'library.delete', 'library.restore', 'storage.wipe', 'library.purge', 'ledger.wipe', 'backups.restore', 'backups.part', 'import.begin',
  'import.stage', 'import.preview', 'import.commit', 'import.drop', 'sync.test', 'sync.make', 'sync.setUp', 'sync.takeMuch', 'sync.stop',
  'sync.wipe', 'sync.code', 'sync.readCode',
]; // prettier-ignore

/**
 * Fields that are left out where they are wrong, so that no note is lost for them (where a title was read, a selector of another kind),
 * and those of a setting, which may be any JSON.
 */
const dropped = [
  'article.open about.origins.title',
  'popover.prepare about.origins.title',
  'popover.prepare subject.passage.selector.0.type',
  'settings.put value.0.name',
  'settings.put value.0.query',
];

const logged: unknown[][] = [];
let background: Background;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation((...words) => logged.push(words));
  logged.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** For longer than the background puts off what can wait, in ms. */
const later = 2_000;

async function begin(name: string): Promise<void> {
  // What a save has put off is written in its own time, on a busy machine too: not while a later message is refused.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  background = await createBackground(name, () => vi.advanceTimersByTimeAsync(later));
}

const names = (): string[] => Object.keys(background.routes);

/** A message: one that is right, or one with a few things wrong with it, or no message at all. */
function forged(
  from: readonly string[],
  random: () => number,
): { readonly name: unknown; readonly input: unknown } {
  const name = pick(from, random);
  let input: unknown = (background.samples as Readonly<Record<string, unknown>>)[name];
  for (let times = Math.floor(random() * 4); times > 0; times--) input = mutate(input, random);
  const how = random();
  if (how < 0.03) return { name: mutate(name, random), input };
  // Another message's input.
  if (how < 0.08)
    return { name, input: Object.values(background.samples)[Math.floor(random() * from.length)] };
  return { name, input };
}

/** How many messages of each name were answered and how many refused, over all rounds. */
type Tally = Map<string, { answered: number; refused: number }>;

function count(tally: Tally, name: unknown, { ok }: Reply<unknown>): void {
  if (typeof name !== 'string' || !Object.hasOwn(background.routes, name)) return;
  const known = tally.get(name) ?? { answered: 0, refused: 0 };
  known[ok ? 'answered' : 'refused'] += 1;
  tally.set(name, known);
}

/** Anything as text: also what JSON has no words for. */
function text(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return 'no JSON';
  }
}

/** Sends it, and checks what holds of every answer to anybody. */
async function answerTo(
  message: { readonly name: unknown },
  sender: Sender,
  seed: string,
): Promise<Reply<unknown>> {
  const before = background.writes();
  const reply = await background.send(message, sender);
  const what = `${seed} ${text(message.name)}`;
  expect(logged, `${what}: threw inside`).toEqual([]);
  if (!reply.ok) {
    expect(reply.error, what).not.toBe('unknown');
    expect(background.writes(), `${what}: wrote, though it was refused`).toBe(before);
  }
  return reply;
}

describe('messages from a content script', () => {
  it('may have these names and no others', async () => {
    await begin('names');
    const allowed = Object.entries(background.routes).filter(([, { from }]) => from === 'content');
    expect(allowed.map(([name]) => name).toSorted()).toEqual(ofContent.toSorted());
  });

  it(
    'Forged messages are not obeyed: nothing of other sites and no word of the reader is answered, nothing but its own page’s facts is written',
    { timeout: 900_000 },
    async () => {
      const tally: Tally = new Map();
      for (let round = 0; round < rounds; round++) {
        const seed = seedOf(round);
        const random = makeRandom(seed);
        const name = `content-${round}`;
        await begin(name);
        const stores = async () => (await dump(name)).stores;
        const before = await stores();
        for (let number = 0; number < inARound; number++) {
          const isOwn = random() < 0.6;
          const message = forged(isOwn ? ofContent : names(), random);
          const reply = await answerTo(message, content, `seed ${seed} message ${number}`);
          count(tally, message.name, reply);
          const isAllowed = typeof message.name === 'string' && ofContent.includes(message.name);
          if (!isAllowed) expect(reply.ok, text(message.name)).toBe(false);
          expect(text(reply), text(message.name)).not.toContain(canary);
          expect(text(reply)).not.toContain(ids.elsewhere);
        }
        const after = await stores();
        for (const store of [
          'annotations',
          'trash',
          'people',
          'appearances',
          'decisions',
          'settings',
          'changes',
          'changeItems',
          'staged',
          'tallies',
        ])
          expect(after[store]?.records, store).toEqual(before[store]?.records);
        const ofOthers = (list: typeof after, store: string) =>
          list[store]?.records.filter(
            (record) => !text(record).includes(`"source":"${new URL(here).origin}`),
          );
        for (const store of ['articles', 'held', 'details', 'ledger'])
          expect(ofOthers(after, store), store).toEqual(ofOthers(before, store));
        const versions = after['versions']?.records as readonly { readonly annotation: string }[];
        expect(versions.filter(({ annotation }) => annotation !== ids.here)).toEqual([]);
        await forget(name);
      }
      for (const name of ofContent) {
        expect(tally.get(name)?.answered, `${name} was answered`).toBeGreaterThan(0);
        expect(tally.get(name)?.refused, `${name} was refused`).toBeGreaterThan(0);
      }
    },
  );
});

describe('messages from a page of ours', () => {
  it(
    'Malformed messages are refused with a code: none crashes the background, a refused one changes nothing, and afterwards it answers as before',
    { timeout: 900_000 },
    async () => {
      const tally: Tally = new Map();
      const seeds = Array.from({ length: rounds }, (_, round) => seedOf(1_000 + round));
      for (const [round, seed] of [...messageSeeds, ...seeds].entries()) {
        const random = makeRandom(seed);
        const name = `ui-${round}`;
        await begin(name);
        // It would leave the messages after it nothing to do; its guard is tried below.
        const most = names().filter((one) => one !== 'storage.wipe');
        for (let number = 0; number < inARound; number++) {
          const sender = random() < 0.5 ? library : popover;
          const message = forged(most, random);
          count(tally, message.name, await answerTo(message, sender, `seed ${seed} message ${number}`));
        }
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
        const put = {
          name: 'annotations.put',
          input: { ...background.samples['annotations.put'], base: null },
        };
        expect(await background.send(put, library)).toMatchObject({ ok: true });
        const get = { name: 'annotations.get', input: { id: ids.here } };
        expect(await background.send(get, library)).toMatchObject({ ok: true, value: { id: ids.here } });
        await forget(name);
      }
      // Every door is tried; of 100,000 messages each is answered now and then, and refused.
      for (const name of names().filter((one) => one !== 'storage.wipe')) {
        const { answered = 0, refused = 0 } = tally.get(name) ?? {};
        expect(answered + refused, name).toBeGreaterThan(0);
        if (isWhole) expect({ name, refused: refused > 0 }).toEqual({ name, refused: true });
      }
    },
  );

  it('are answered when they are right: each sample is', async () => {
    await begin('right');
    const known = new Map([['history.undo', 'not-found']]);
    let written = background.writes();
    for (const [number, name] of names().entries()) {
      // One takes away what another asks for.
      if (background.writes() > written) await begin(`right-${number}`);
      written = background.writes();
      const sender = ofContent.includes(name) ? content : name === 'popover.unshownOf' ? library : popover;
      const reply = await background.send(
        { name, input: Reflect.get(background.samples, name) as unknown },
        sender,
      );
      expect({ name, error: reply.ok ? undefined : reply.error }).toEqual({ name, error: known.get(name) });
    }
    expect(logged).toEqual([]);
  });

  it('are refused where any one field is of another type', async () => {
    await begin('types');
    const accepted: string[] = [];
    for (const [name, sample] of Object.entries(background.samples)) {
      for (const { path, value } of leaves(sample)) {
        const wrong = typeof value === 'string' ? { length: 3, 0: value } : [value];
        const before = background.writes();
        const sender = ofContent.includes(name) ? content : library;
        const reply = await background.send({ name, input: withLeaf(sample, path, wrong) }, sender);
        if (reply.ok || reply.error !== 'bad-message') accepted.push(`${name} ${path.join('.')}`);
        else expect(background.writes(), name).toBe(before);
      }
    }
    expect(accepted.toSorted()).toEqual(dropped.toSorted());
  });
});

describe('messages from a frame of ours in somebody’s page', () => {
  it('What cannot be taken back is refused to a frame that a page may have covered', async () => {
    await begin('framed');
    const alone = Object.entries(background.routes).filter(([, { from }]) => from === 'alone');
    expect(alone.map(([name]) => name).toSorted()).toEqual(ofThoseAlone.toSorted());
    const before = background.writes();
    for (const name of ofThoseAlone) {
      const input: unknown = Reflect.get(background.samples, name);
      const reply = await background.send({ name, input }, { kind: 'ui', tabId: 7, isFramed: true });
      expect({ name, reply }).toEqual({ name, reply: { ok: false, error: 'not-allowed' } });
    }
    expect(background.writes()).toBe(before);
  });
});

describe('messages from strangers', () => {
  it('are refused, whatever they say', async () => {
    await begin('strangers');
    const random = makeRandom(seedOf(5_000));
    for (let count = 0; count < 300; count++) {
      expect(await background.send(forged(names(), random), null)).toEqual({
        ok: false,
        error: 'not-allowed',
      });
    }
    expect(
      text(await background.send({ name: 'library.article', input: { source: elsewhere } }, library)),
    ).toContain(canary);
  });
});

async function forget(name: string): Promise<void> {
  await deleteDB(name, { blocked: () => {} });
}
