import browser, { type Alarms } from 'webextension-polyfill';
import { importsHeld } from '#messaging/import-lock.ts';
import { noteUpdate } from '#messaging/update-news.ts';
import type { Backups } from '#storage/backup-database.ts';
import { backUpDaily } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { flushIndex } from '#storage/flush-index.ts';
import { pruneHistory } from '#storage/history.ts';
import { purgeTrash } from '#storage/purge.ts';
import { sweepImports } from '#storage/staged-imports.ts';
import { forgetSummary } from './article-summaries.ts';
import { forgetTab } from './badge.ts';
import { isClockBelieved } from './clock-jumps.ts';
import { forgetFrameSecret } from './frame-secrets.ts';
import { keepAwake } from './keep-awake.ts';
import { forgetMenuPeople } from './menu-people.ts';
import { forgetSubject } from './popover-subjects.ts';
import { runOnOpenTabs, syncRegistration } from './registration.ts';
import { welcome } from './welcome.ts';

const purgeAlarm = 'purge-trash';
const backupAlarm = 'back-up';
/** In minutes. */
const day = 24 * 60;
const hour = 60;

/** Attaches everything that wakes the background. Call it while its script first runs, or a waking event is lost. */
export function attachLifecycle(storage: Storage, backups: Backups): void {
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void syncRegistration();
    if (reason === 'update') void noteUpdate(previousVersion);
    if (reason === 'install') void welcome();
  });
  browser.runtime.onStartup.addListener(() => {
    void syncRegistration();
    sweep(storage);
  });

  browser.permissions.onAdded.addListener(({ origins }) => {
    void syncRegistration();
    if (origins && origins.length > 0) void runOnOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(() => void syncRegistration());

  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetTab(tabId);
    void forgetSubject(tabId);
    void forgetSummary(tabId);
    void forgetFrameSecret(tabId);
    void forgetMenuPeople(tabId);
  });

  ensureAlarm(purgeAlarm, { delayInMinutes: 5, periodInMinutes: day });
  // Asked for each hour, made once a day: a browser that is open for a few minutes at a time has its backup, too.
  ensureAlarm(backupAlarm, { delayInMinutes: 1, periodInMinutes: hour });
  browser.alarms.onAlarm.addListener(({ name }) => {
    const now = Date.now();
    const run = (work: Promise<unknown>): void => {
      // Nobody waits for it: else a worker with a large library would be ended in the middle, each time anew.
      keepAwake(work);
      work.catch((error: unknown) => console.error(name, error));
    };
    if (name === purgeAlarm) {
      run(forgetOld(storage, now));
      run(flushIndex(storage));
    }
    if (name === backupAlarm) {
      run(backUpDaily(storage, backups, now));
      sweep(storage);
    }
  });
}

/** Forgets what is old, if it is: a clock that was set ahead must not empty the trash. */
async function forgetOld(storage: Storage, now: number): Promise<void> {
  if (!(await isClockBelieved(now))) return;
  await Promise.all([purgeTrash(storage, now), pruneHistory(storage, now)]);
}

/** Forgets what was put aside by imports whose surfaces are gone: after a crash it would lie there for good. */
function sweep(storage: Storage): void {
  importsHeld()
    .then((held) => sweepImports(storage, held))
    .catch((error: unknown) => console.error('imports', error));
}

function ensureAlarm(name: string, when: Alarms.CreateAlarmInfoType): void {
  // Creating an alarm that is there would start its wait anew at every wake.
  void browser.alarms.get(name).then((alarm) => (alarm ? undefined : browser.alarms.create(name, when)));
}
