import type { CouchChange } from './couch.ts';
import type { OwedRevision, ReplicaLog } from './replica-log.ts';
import { NAMED } from './seal.ts';

/** The leaves of each document of ours. A cluster may name one twice, as two of its nodes have it: then all of both. */
export function leavesOf(results: readonly CouchChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  for (const { id, leaves } of results) {
    if (!id.startsWith(NAMED)) continue;
    const all = named.get(id) ?? new Set<string>();
    for (const leaf of leaves) all.add(leaf);
    named.set(id, all);
  }
  return named;
}

/** What is not here: of a document with several leaves all, for it must be found out which of them are to go. */
export async function wantedOf(
  named: ReadonlyMap<string, ReadonlySet<string>>,
  log: ReplicaLog,
): Promise<readonly OwedRevision[]> {
  const known = await log.known([...named.values()].flatMap((leaves) => [...leaves]));
  return [...named].flatMap(([id, leaves]) =>
    [...leaves].every((rev) => known.has(rev)) ? [] : [...leaves].map((rev) => ({ id, rev })),
  );
}
