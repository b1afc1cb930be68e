import type { SyncKeys } from './sync-keys.ts';

/** The number that a revision begins with; 0 for none. */
export function generationOf(rev: string | null): number {
  const number = Number.parseInt(rev ?? '', 10);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

/**
 * The revision that comes of `parent` when it says `content`: the same on every machine with the same keys, so that two that have merged
 * the same have made one revision and no conflict.
 */
export async function nextRevision(
  { naming }: SyncKeys,
  parent: string | null,
  content: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([parent, content]));
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', naming, bytes));
  // 128 bits in hexadecimal, as CouchDB's own.
  const hex = [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${generationOf(parent) + 1}-${hex}`;
}

/** What CouchDB is told of a revision's past: itself and what it came of. */
export function revisionsOf(
  rev: string,
  parent: string | null,
): { readonly start: number; readonly ids: readonly string[] } {
  const ids = [rev, ...(parent === null ? [] : [parent])].map((one) => one.slice(one.indexOf('-') + 1));
  return { start: generationOf(rev), ids };
}

/** CouchDB's order of leaves: the longer history, then the greater hash, wins. */
export function compareRevisions(one: string, other: string): number {
  const length = generationOf(one) - generationOf(other);
  return length === 0 ? (one < other ? -1 : one > other ? 1 : 0) : length;
}
