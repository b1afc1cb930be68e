import { useCallback, useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { everywhere, listGranted } from '#messaging/access.ts';

export interface Granted {
  /** The match patterns of single sites. */
  readonly sites: readonly string[];
  /** Whether every site is granted. */
  readonly everywhere: boolean;
}

/** What the reader has granted, kept up to date while the page is open; null until it is known. */
export function useGranted(): Granted | null {
  const [granted, setGranted] = useState<Granted | null>(null);

  const read = useCallback(() => {
    const all = new Set([...everywhere, '*://*/*', '<all_urls>']);
    listGranted().then(
      (origins) =>
        setGranted({
          sites: origins.filter((origin) => !all.has(origin)).sort(),
          everywhere: origins.some((origin) => all.has(origin)),
        }),
      () => setGranted({ sites: [], everywhere: false }),
    );
  }, []);

  useEffect(() => {
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, [read]);

  return granted;
}
