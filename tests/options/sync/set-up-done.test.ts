// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LastRun, SyncState } from '#messaging/sync-protocol.ts';
import { useLocale } from '#tests/ui/use-locale.ts';
import { fake, on } from './fake-background.ts';
import { button, click, field, leaveSync, press, settle, showSync, words } from './sync-page.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./fake-background.ts')).browser,
}));

const good: LastRun = {
  at: '2026-03-04T07:00:00.000Z',
  sent: 1,
  taken: 2,
  unreadable: 0,
  refused: 0,
  problem: null,
  much: null,
};

async function show(state: Partial<SyncState> = {}): Promise<void> {
  fake.begin({ ...on, ...state });
  await showSync();
}

beforeEach(() => useLocale('en'));
afterEach(leaveSync);

describe('how it stands', () => {
  test('the server, the last time, what waits, the next try', async () => {
    const soon = new Date(Date.now() + 8.2 * 60_000).toISOString();
    const before = new Date(Date.now() - 5.2 * 60_000).toISOString();
    await show({ lastGood: before, waiting: 14, next: soon });
    expect(words()).toContain('couch.example.org / notes');
    expect(words()).toContain('5 minutes ago');
    expect(words()).toContain('14 changes');
    expect(words()).toContain('in 8 minutes');
  });

  test('the devices, this one first, each with its days wherever one is', async () => {
    await show({
      devices: [
        { id: 'b', name: 'Far', since: '2026-02-03', seen: '2026-03-01', isThis: false },
        { id: 'a', name: 'Near', since: '2026-01-12', seen: '2026-03-04', isThis: true },
      ],
    });
    const rows = [...document.querySelectorAll('.device-row')].map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Nearthis onesince Jan 12, 2026, last seen Mar 4, 2026',
      'Farsince Feb 3, 2026, last seen Mar 1, 2026',
    ]);
  });

  test('what could not be read', async () => {
    await show({ last: { ...good, unreadable: 2 } });
    expect(words()).toContain('2 entries on the server could not be read');
  });

  test('what the server did not take', async () => {
    await show({ last: { ...good, refused: 1 } });
    expect(words()).toContain('The server did not take 1 record');
  });

  test.each([
    ['soon while a run is under way', true, 0, 3_000],
    ['however slow the answers are', true, 3_000, 16_000],
    ['now and then else', false, 0, 16_500],
  ])('it is looked at again by itself: %s', async (_when, isRunning, answersIn, time) => {
    vi.useFakeTimers();
    fake.begin({ ...on, isRunning });
    fake.answers['sync.state'] = async () => {
      const { state } = fake;
      await new Promise((resolve) => setTimeout(resolve, answersIn));
      return state;
    };
    void showSync();
    await vi.advanceTimersByTimeAsync(answersIn + 500);
    fake.state = { ...on, isRunning, waiting: 7 };
    await vi.advanceTimersByTimeAsync(time);
    const isSeen = words().includes('7 changes');
    await vi.advanceTimersByTimeAsync(60_000);
    const isSeenLater = words().includes('7 changes');
    vi.useRealTimers();
    await settle();
    expect([isSeen, isSeenLater]).toEqual([true, true]);
  });

  test('it is not looked at while nobody sees it', async () => {
    vi.useFakeTimers();
    fake.begin(on);
    void showSync();
    await vi.advanceTimersByTimeAsync(500);
    const asked = fake.log.length;
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.log).toHaveLength(asked);
    vi.restoreAllMocks();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(fake.log.length).toBeGreaterThan(asked);
  });
});

describe('sync now', () => {
  test('runs once, however often it is clicked, and says what came of it', async () => {
    await show();
    fake.answers['sync.run'] = () => ({ ...good, sent: 3, taken: 12 });
    press('Sync now');
    press('Sync now');
    await settle();
    expect(fake.asked()).toEqual(['sync.run']);
    expect(words()).toContain('Synced. Sent: 3, received: 12.');
  });

  test('while a run is under way it waits', async () => {
    await show({ isRunning: true });
    expect(button('Syncing…').getAttribute('aria-disabled')).toBe('true');
    press('Syncing…');
    await settle();
    expect(fake.asked()).toEqual([]);
  });

  test('why it did not go well is said, without a word of success', async () => {
    await show();
    fake.answers['sync.run'] = () => {
      const last: LastRun = { ...good, problem: 'unreachable' };
      fake.state = { ...on, last, next: new Date(Date.now() + 60_000).toISOString() };
      return last;
    };
    await click('Sync now');
    expect(words()).toContain('Nobody answers at couch.example.org.');
    expect(words()).not.toContain('Synced.');
  });

  test('access that is gone is asked for again within the click', async () => {
    await show({ last: { ...good, problem: 'no-access' } });
    fake.answers['sync.run'] = () => good;
    press('Allow access');
    expect(fake.asked()).toEqual(['access https://couch.example.org/*']);
    await settle();
    expect(fake.asked()).toEqual(['access https://couch.example.org/*', 'sync.run']);
    fake.isGranted = false;
    fake.log.length = 0;
    await click('Allow access');
    expect(fake.asked()).toEqual(['access https://couch.example.org/*']);
    expect(words()).toContain('Nothing was sent.');
  });
});

test('what went well is not said any more beside what has failed since', async () => {
  await show();
  fake.answers['sync.run'] = () => ({ ...good, sent: 3 });
  await click('Sync now');
  expect(words()).toContain('Synced.');
  fake.answers['sync.code'] = () => {
    fake.state = { ...on, last: { ...good, at: '2026-03-04T09:00:00.000Z', problem: 'timeout' } };
    return null;
  };
  await click('Show setup code');
  expect(words()).toContain('took too long to answer');
  expect(words()).not.toContain('Synced.');
});

describe('a run that would change much', () => {
  const last: LastRun = { ...good, problem: 'too-much', much: { rewritten: 812, all: 3_406 } };

  test('is asked about, and taken only then', async () => {
    await show({ last });
    expect(words()).toContain('Syncing would change or delete 812 of your 3,406 records.');
    expect(words()).toContain('look at your other devices first');
    fake.answers['sync.takeMuch'] = () => {
      fake.state = on;
      return good;
    };
    await click('Take it, after a backup');
    expect(fake.asked()).toEqual(['sync.takeMuch']);
    expect(words()).not.toContain('812');
  });

  test('not now: nothing is asked, until the next run asks again', async () => {
    await show({ last });
    button('Not now').focus();
    await click('Not now');
    expect(fake.asked()).toEqual([]);
    expect(words()).not.toContain('812');
    fake.answers['sync.run'] = () => {
      fake.state = { ...on, last: { ...last, at: '2026-03-04T08:00:00.000Z' } };
      return fake.state.last;
    };
    await click('Sync now');
    expect(words()).toContain('812');
  });
});

describe('the end', () => {
  test('the database is gone: what is here stays, and it can be set up again', async () => {
    await show({ last: { ...good, problem: 'no-database' } });
    expect(words()).toContain('has no database “notes”.');
    expect(words()).toContain('What is on this device stays.');
    expect(button('Set up again').isConnected).toBe(true);
  });

  test('when all on this device is deleted, what a run did is not said any more', async () => {
    await show();
    fake.answers['sync.run'] = () => ({ ...good, sent: 63 });
    await click('Sync now');
    expect(words()).toContain('Synced. Sent: 63');
    fake.state = { ...on, server: null, last: null };
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(button('Set up with a server').isConnected).toBe(true);
    expect(words()).not.toContain('Synced.');
  });

  test('stop: asked first, then both copies stay', async () => {
    await show();
    fake.answers['sync.stop'] = () => {
      fake.state = { ...on, server: null, last: null };
      return null;
    };
    await click('Stop syncing');
    expect(fake.asked()).toEqual([]);
    expect(document.querySelector('dialog')?.textContent).toContain('so does the server’s copy');
    await click('Stop syncing');
    expect(fake.asked()).toEqual(['sync.stop']);
    expect(words()).toContain('Both copies are still there.');
    expect(button('Set up with a server').isConnected).toBe(true);
  });

  test.each([
    ['nothing', 'The server’s copy is gone. Syncing is off.'],
    ['emptied', 'The database is still there'],
  ] as const)('wipe: asked first, then %s is left', async (left, said) => {
    await show();
    fake.answers['sync.wipe'] = () => {
      fake.state = { ...on, server: null, last: null };
      return { problem: null, left };
    };
    await click('Wipe the server’s copy');
    expect(fake.asked()).toEqual([]);
    expect(document.querySelector('dialog')?.textContent).toContain('Other devices keep what they have');
    await click('Wipe the server’s copy');
    expect(fake.asked()).toEqual(['sync.wipe']);
    expect(words()).toContain(said);
  });

  test('wipe: where it fails it goes on, and says why', async () => {
    await show();
    fake.answers['sync.wipe'] = () => ({ problem: 'offline', left: null });
    await click('Wipe the server’s copy');
    await click('Wipe the server’s copy');
    expect(words()).toContain('no network');
    expect(button('Sync now').isConnected).toBe(true);
  });

  test('cancel: nothing, and the focus is where it was', async () => {
    await show();
    button('Wipe the server’s copy').focus();
    await click('Wipe the server’s copy');
    await click('Cancel');
    expect(fake.asked()).toEqual([]);
    expect(document.activeElement).toBe(button('Wipe the server’s copy'));
  });
});

test('a copy that was wiped can be begun again, with all but the secrets filled in', async () => {
  const mine = { id: 'a', name: 'Desk', since: '2026-01-12', seen: '2026-03-04', isThis: true };
  await show({
    last: { ...good, problem: 'wiped' },
    devices: [{ ...mine, id: 'b', name: 'Kitchen', isThis: false }, mine],
  });
  await click('Set up again');
  expect(field('Name of this device').value).toBe('Desk');
  expect(field('Server address').value).toBe('https://couch.example.org');
  expect(field('Database').value).toBe('notes');
  expect(field('User name').value).toBe('ana');
  expect(field('Password').value).toBe('');
  await click('Cancel');
  expect(button('Sync now').isConnected).toBe(true);
});

test('the setup code: to be copied, as a picture, and gone when it is closed', async () => {
  await show();
  fake.answers['sync.code'] = () => ({ code: 'onrecord1.salt.sealed' });
  button('Show setup code').focus();
  await click('Show setup code');
  const dialog = document.querySelector('dialog');
  const shown = dialog?.querySelector('input');
  expect(shown?.readOnly).toBe(true);
  expect(shown?.value).toBe('onrecord1.salt.sealed');
  expect(dialog?.textContent).toContain('Tell the passphrase another way.');
  expect(dialog?.querySelector('svg[role="img"] path')?.getAttribute('d')).toMatch(/^M4 4h7v1/);
  await click('Done');
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.activeElement).toBe(button('Show setup code'));
});
