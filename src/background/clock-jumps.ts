import browser from 'webextension-polyfill';

/** Under `storage.local`, since it must be known before anything is forgotten: when the clock was looked at last. */
const key = 'clockSeen';
/** A browser that was closed for longer than this, in ms, and a clock that was set ahead look the same. */
const longest = 15 * 24 * 60 * 60 * 1000;

interface Seen {
  /** ms since 1970. */
  readonly at: number;
  /** Whether it had gone ahead by more than can be believed at once. */
  readonly isAhead: boolean;
}

function seenOf(value: unknown): Seen | null {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('isAhead' in value)) return null;
  return typeof value.at === 'number' ? { at: value.at, isAhead: value.isAhead === true } : null;
}

/**
 * Whether what is old by the clock may be forgotten now: not when the clock has gone back or far ahead since the last time, as after a
 * battery that ran out or a year that was mistyped. It is believed the time after, when it has not changed its mind by then. Whoever
 * opens the browser every few weeks has it believed at every second time.
 * @param now ms since 1970
 */
export async function isClockBelieved(now: number): Promise<boolean> {
  const seen = seenOf((await browser.storage.local.get(key))[key]);
  const isAhead = seen !== null && now - seen.at > longest;
  const isBelieved = seen !== null && now >= seen.at && (!isAhead || seen.isAhead);
  // A full disk is no reason to forget nothing.
  await browser.storage.local.set({ [key]: { at: now, isAhead } satisfies Seen }).catch(() => null);
  return isBelieved;
}
