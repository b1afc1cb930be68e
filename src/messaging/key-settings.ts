import browser from 'webextension-polyfill';
import { type OwnKey, type OwnKeys, ownKeysOf } from '#core/own-keys.ts';
import { onStored } from './on-stored.ts';

/** The key under `storage.local`. */
const storedKey = 'keys';

/** The keys of our own surfaces as the reader has chosen them. */
export async function readOwnKeys(): Promise<OwnKeys> {
  return ownKeysOf((await browser.storage.local.get(storedKey))[storedKey]);
}

/** Chooses a key for a thing, or none (null). Every open surface follows at once. */
export async function setOwnKey(name: OwnKey, binding: string | null): Promise<void> {
  await browser.storage.local.set({ [storedKey]: { ...(await readOwnKeys()), [name]: binding } });
}

/** All keys are again as they were at first. */
export function resetOwnKeys(): Promise<void> {
  return browser.storage.local.remove(storedKey);
}

/** Calls back whenever a key has changed, here or elsewhere, until the signal aborts. */
export function onOwnKeys(callback: () => void, signal: AbortSignal): void {
  onStored(storedKey, () => callback(), signal);
}
