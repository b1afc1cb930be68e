import browser from 'webextension-polyfill';
import type { Storage } from '#storage/database.ts';
import { purgeTrash } from '#storage/trash.ts';
import { forgetTab } from './badge.ts';
import { forgetFrameSecret } from './frame-secrets.ts';
import { forgetSubject } from './popover-subjects.ts';
import { runOnOpenTabs, syncRegistration } from './registration.ts';

const purgeAlarm = 'purge-trash';
const day = 24 * 60;

/** Attaches everything that wakes the background. Call it while its script first runs, or a waking event is lost. */
export function attachLifecycle(storage: Storage): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void syncRegistration();
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('src/welcome/welcome.html') });
  });
  browser.runtime.onStartup.addListener(() => void syncRegistration());

  browser.permissions.onAdded.addListener(({ origins }) => {
    void syncRegistration();
    if (origins && origins.length > 0) void runOnOpenTabs(origins);
  });
  browser.permissions.onRemoved.addListener(() => void syncRegistration());

  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetTab(tabId);
    void forgetSubject(tabId);
    void forgetFrameSecret(tabId);
  });

  // Creating an alarm that is there would start its wait anew at every wake.
  void browser.alarms.get(purgeAlarm).then((alarm) => {
    if (!alarm) return browser.alarms.create(purgeAlarm, { delayInMinutes: 5, periodInMinutes: day });
    return undefined;
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== purgeAlarm) return;
    purgeTrash(storage, Date.now()).catch((error: unknown) => console.error('purge', error));
  });
}
