import type { CouchChange } from './couch.ts';
import type { OwedRevision, ReplicaLog } from './replica-log.ts';
import { NAMED } from './seal.ts';

/** The leaves of each document of ours: a cluster may name one twice. */
export function leavesOf(results: readonly CouchChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    results.filter(({ id }) => id.startsWith(NAMED)).map(({ id, leaves }) => [id, new Set(leaves)]),
  );
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
