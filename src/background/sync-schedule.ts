import browser from 'webextension-polyfill';
import { onRecordsChanged } from './records-changed.ts';
import type { SyncService } from './sync-service.ts';

const alarm = 'sync';
/** Under `storage.local`, which is read without the database: `true` while a server is set up. */
const onKey = 'syncOn';
/** Under `storage.session`: `true` once the first run of a session has been begun. */
const begunKey = 'syncBegun';
/** In minutes. */
const every = 5;
/** So long after a change, in ms: a note that is being typed is one. It is within the time for which a worker stays. */
const calm = 5_000;
/** The reader who goes on changing things is not waited for longer than this, in ms. */
const longest = 20_000;

const failed = (error: unknown): void => console.error('sync', error);

/** Runs at the browser's start, every few minutes, and soon after each change that the reader makes here. */
export function attachSync(service: SyncService): void {
  ringAgain().catch(failed);
  beginSession(service).catch(failed);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) service.runIfDue().catch(failed);
  });
  // The background wakes for it, and begins.
  browser.runtime.onStartup.addListener(() => {
    beginSession(service).catch(failed);
  });
  // Access that was given again may be what was missing.
  browser.permissions.onAdded.addListener(() => {
    service
      .state()
      .then(({ last }) => (last?.problem === 'no-access' ? service.run() : null))
      .catch(failed);
  });
  let first: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onRecordsChanged(() => {
    const now = Date.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        first = null;
        service.runIfDue().catch(failed);
      },
      Math.max(0, Math.min(calm, first + longest - now)),
    );
  });
}

/**
 * The first background of a session runs: at the browser's start, and where nobody is told of that, as after an update of ours or when
 * we were switched on again.
 */
async function beginSession(service: SyncService): Promise<void> {
  const [{ [onKey]: isOn }, { [begunKey]: hasBegun }] = await Promise.all([
    browser.storage.local.get(onKey),
    browser.storage.session.get(begunKey),
  ]);
  if (isOn !== true || hasBegun === true) return;
  await browser.storage.session.set({ [begunKey]: true });
  await service.run();
}

/** Has the alarm ring while a server is set up: without one there is none. */
export function setSyncAlarm(isOn: boolean): void {
  const done = isOn
    ? [browser.storage.local.set({ [onKey]: true }), ringing()]
    : [browser.storage.local.remove(onKey), browser.alarms.clear(alarm)];
  Promise.all(done).catch(failed);
}

async function ringing(): Promise<void> {
  // To create an alarm that is there would begin its wait anew.
  if ((await browser.alarms.get(alarm)) === undefined)
    await browser.alarms.create(alarm, { periodInMinutes: every });
}

/** Browsers forget alarms: when they are closed, or the extension is switched off for a while. */
async function ringAgain(): Promise<void> {
  if ((await browser.storage.local.get(onKey))[onKey] === true) await ringing();
}
