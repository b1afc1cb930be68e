import { MOST_PAGES, PAGE, TOGETHER } from './batch-sizes.ts';
import { inPieces, newPace } from './in-pieces.ts';
import { leavesOf, wantedOf } from './named-leaves.ts';
import { openAll } from './open-revisions.ts';
import type { OwedRevision } from './replica-log.ts';
import type { Tools, Weigh } from './run-tools.ts';
import { nameOf } from './seal.ts';
import { SyncError } from './sync-error.ts';

/** Of fewer changes none of the notebook's parts is so large that it must be asked for: see replicate.ts. */
const FEW = 20;
/** What a server names must find room in the memory, in characters: a notebook of a million records names as much. */
const MOST_NAMED = 100_000_000;

/** What the first page of changes names that is not here, and where the next page begins; null when there is none. */
export interface FirstPage {
  readonly wanted: readonly OwedRevision[];
  readonly next: string | null;
}

/**
 * Weighs a run before anything of it is taken: a run that stopped half-way would have rewritten as much as may be rewritten unasked, and
 * the next one as much again. Costs little unless much has changed: the list of changes is read, and only when it names more of our own
 * documents than may be rewritten are these fetched, joined and left as they were. Rejects with what `weigh` throws.
 */
export async function weighAhead(
  tools: Tools,
  { wanted: first, next }: FirstPage,
  weigh: Weigh,
): Promise<void> {
  if (next === null && first.length <= FEW) return;
  const size = await tools.log.size();
  if (size === 0) return;
  const wanted = next === null ? first : [...first, ...(await wantedSince(tools, next))];
  // Most days end here: to look whose names they are takes a hash of each of ours.
  if (!isMuch(weigh, new Set(wanted.map(({ id }) => id)).size, size)) return;
  const names = await tools.log.names();
  const own = new Set(await Promise.all(names.map((name) => nameOf(tools.keys, name))));
  const known = wanted.filter(({ id }) => own.has(id));
  if (!isMuch(weigh, new Set(known.map(({ id }) => id)).size, names.length)) return;
  weigh(await rewrittenBy(tools, known), names.length);
}

function isMuch(weigh: Weigh, rewritten: number, all: number): boolean {
  try {
    weigh(rewritten, all);
    return false;
  } catch {
    return true;
  }
}

async function wantedSince({ couch, log }: Tools, from: string): Promise<readonly OwedRevision[]> {
  const wanted: OwedRevision[] = [];
  let length = 0;
  for (let [since, page] = [from, 0]; page < MOST_PAGES && length < MOST_NAMED; page++) {
    const { results, last } = await couch.changes(since, PAGE);
    for (const one of await wantedOf(leavesOf(results), log)) {
      wanted.push(one);
      length += one.id.length + one.rev.length;
    }
    if (results.length < PAGE || last === since) return wanted;
    since = last;
  }
  throw new SyncError('bad-answer');
}

/** How many records would be others, or go, if these were taken; nothing is. */
async function rewrittenBy({ couch, keys, log }: Tools, wanted: readonly OwedRevision[]): Promise<number> {
  let rewritten = 0;
  await inPieces(wanted, {
    pace: newPace(),
    sizeOf: () => 2_000,
    onTooLarge: () => {},
    work: async (piece) => {
      const { came } = await openAll(keys, await couch.revisions(piece));
      for (let at = 0; at < came.length; at += TOGETHER) {
        const left = new LeftAsItWas();
        const weighed = (more: number): void => {
          rewritten += more;
          throw left;
        };
        await log.take(came.slice(at, at + TOGETHER), weighed).catch((error: unknown) => {
          if (error !== left) throw error;
        });
      }
    },
  });
  return rewritten;
}

/** Ends a transaction that was only to be looked at. */
class LeftAsItWas extends Error {}
