import browser from 'webextension-polyfill';

/** Calls back when another tab becomes active in this window or the active one has loaded, until the signal aborts. */
export function followTab(callback: () => void, signal: AbortSignal): void {
  const onActivated = (): void => callback();
  const onUpdated = (
    _tabId: number,
    change: { status?: string | undefined },
    tab: { active: boolean },
  ): void => {
    if (tab.active && change.status === 'complete') callback();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener(
    'abort',
    () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    },
    { once: true },
  );
}
