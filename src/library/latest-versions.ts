import type { Version } from '#messaging/library-protocol.ts';

/** How each passage stood on the page at the last visit, by its id; a passage that was always found as kept is not among them. */
export function latestVersions(versions: readonly Version[]): ReadonlyMap<string, Version> {
  const latest = new Map<string, Version>();
  for (const version of versions) {
    const known = latest.get(version.annotation);
    if (known === undefined || known.seen < version.seen) latest.set(version.annotation, version);
  }
  return latest;
}
