import browser from 'webextension-polyfill';

/** Under `storage.local`: the patterns that were allowed for sync alone. Their pages are not ones that we read. */
export const serverAccessKey = 'syncAccess';

/**
 * Asks for access to the reader's own server. Call it straight in the click's handler. Answers whether the reader agreed. A site that the
 * reader had allowed before, to be read, stays one.
 * @param pattern see originPattern in core/sync
 */
export async function requestServerAccess(pattern: string): Promise<boolean> {
  // Asked before, and answered before the reader can: but not waited for, since a click is good for one question only.
  const noted = noteUnlessHeld(pattern);
  const isGranted = await browser.permissions.request({ origins: [pattern] });
  await noted;
  // What was refused is nobody's: should the reader allow it to be read one day, it is a site.
  if (!isGranted) await forgetServerPattern(pattern);
  return isGranted;
}

/** What is allowed from here on is not for sync alone. */
export async function forgetServerPattern(pattern: string): Promise<void> {
  const patterns = await serverPatterns();
  if (!patterns.includes(pattern)) return;
  await browser.storage.local.set({ [serverAccessKey]: patterns.filter((one) => one !== pattern) });
}

async function noteUnlessHeld(pattern: string): Promise<void> {
  const [isHeld, patterns] = await Promise.all([holdsServerAccess(pattern), serverPatterns()]);
  if (!isHeld) await browser.storage.local.set({ [serverAccessKey]: [...new Set([...patterns, pattern])] });
}

/** Whether we may talk to it. */
export function holdsServerAccess(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** The patterns that were allowed for sync alone. */
export async function serverPatterns(): Promise<readonly string[]> {
  const patterns: unknown = (await browser.storage.local.get(serverAccessKey))[serverAccessKey];
  return Array.isArray(patterns) ? patterns.filter((one) => typeof one === 'string') : [];
}

/** Gives back what was allowed for sync alone, but for the server in use; null for none. */
export async function returnServerAccess(inUse: string | null): Promise<void> {
  const patterns = await serverPatterns();
  const left = patterns.filter((pattern) => pattern !== inUse);
  if (left.length === 0) return;
  for (const pattern of left) {
    // One that the manifest names, such as this very machine's, Chromium lets nobody give back, and says so by an error.
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  }
  if (left.length < patterns.length) await browser.storage.local.set({ [serverAccessKey]: [inUse] });
  else await browser.storage.local.remove(serverAccessKey);
}
