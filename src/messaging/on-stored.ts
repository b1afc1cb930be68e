import browser from 'webextension-polyfill';

/** Calls back with what lies under a key of `storage.local` whenever it has changed, here or elsewhere, until the signal aborts. */
export function onStored(key: string, callback: (value: unknown) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    if (key in changes) callback(changes[key]?.newValue);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener), {
    once: true,
  });
}
