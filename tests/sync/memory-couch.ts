import { createHash } from 'node:crypto';
import type { CouchDocument } from '#sync/couch-answers.ts';
import type { Couch } from '#sync/couch.ts';
import { compareRevisions, generationOf } from '#sync/revision.ts';

/** A CouchDB in memory as far as a notebook needs one, for thousands of runs; `memory-couch.test.ts` holds it to express-pouchdb. */
export interface MemoryCouch extends Couch {
  /** Revisions that are not deleted and have no other after them, by document. */
  readonly leaves: () => ReadonlyMap<string, readonly string[]>;
}

interface Revision {
  /** Null: it was never given, or is only named as the past of another. */
  readonly body: CouchDocument | null;
  hasNext: boolean;
}

interface Tree {
  readonly revisions: Map<string, Revision>;
  seq: number;
}

interface Given extends CouchDocument {
  readonly _revisions?: { readonly start: number; readonly ids: readonly string[] };
}

export function createMemoryCouch(): MemoryCouch {
  const trees = new Map<string, Tree>();
  const locals = new Map<string, CouchDocument>();
  let seq = 0;

  const leavesOf = (tree: Tree): readonly string[] =>
    [...tree.revisions].filter(([, { hasNext }]) => !hasNext).map(([rev]) => rev);
  const isDeleted = (tree: Tree, rev: string): boolean => tree.revisions.get(rev)?.body?._deleted === true;
  const winner = (tree: Tree): string | undefined =>
    leavesOf(tree).toSorted(
      (one, other) =>
        Number(isDeleted(tree, one)) - Number(isDeleted(tree, other)) || compareRevisions(other, one),
    )[0];

  const isGiven = (id: string, rev: string): boolean =>
    (trees.get(id)?.revisions.get(rev)?.body ?? null) !== null;

  function insert({ _revisions, ...body }: Given): void {
    const tree = trees.get(body._id) ?? { revisions: new Map<string, Revision>(), seq: 0 };
    trees.set(body._id, tree);
    const { start, ids } = _revisions ?? {
      start: generationOf(body._rev),
      ids: [body._rev.split('-')[1] ?? ''],
    };
    const path = ids.map((id, at) => `${start - at}-${id}`);
    const present = tree.revisions.get(body._rev);
    if (present !== undefined && present.body !== null) return;
    for (const [at, rev] of path.entries()) {
      const known = tree.revisions.get(rev);
      const hasNext = at > 0 || known?.hasNext === true;
      tree.revisions.set(rev, { body: at === 0 ? body : (known?.body ?? null), hasNext });
    }
    tree.seq = ++seq;
  }

  return {
    leaves: () =>
      new Map([...trees].map(([id, tree]) => [id, leavesOf(tree).filter((rev) => !isDeleted(tree, rev))])),
    changes: async (since, limit) => {
      const results = [...trees]
        .filter(([, tree]) => tree.seq > Number(since))
        .sort(([, one], [, other]) => one.seq - other.seq)
        .slice(0, limit);
      const last = results.at(-1)?.[1].seq ?? Math.max(seq, Number(since));
      return { results: results.map(([id, tree]) => ({ id, leaves: leavesOf(tree) })), last: String(last) };
    },
    revisions: async (wanted) =>
      wanted.flatMap(({ id, rev }) => trees.get(id)?.revisions.get(rev)?.body ?? []),
    missing: async (revs) =>
      Object.fromEntries(
        Object.entries(revs)
          .map(([id, all]) => [id, all.filter((rev) => !isGiven(id, rev))] as const)
          .filter(([, all]) => all.length > 0),
      ),
    give: async (documents) => {
      for (const one of structuredClone(documents)) insert(one as Given);
      return [];
    },
    read: async (id) => {
      if (id.startsWith('_local/')) return locals.get(id) ?? null;
      const tree = trees.get(id);
      const rev = tree && winner(tree);
      const body = rev === undefined ? null : (tree?.revisions.get(rev)?.body ?? null);
      return body?._deleted === true ? null : body;
    },
    write: async (id, document) => {
      const { _rev: rev } = document as { readonly _rev?: string };
      if (id.startsWith('_local/')) {
        const present = locals.get(id);
        if (present !== undefined && present._rev !== rev) return null;
        const next = `0-${Number(present?._rev.slice(2) ?? 0) + 1}`;
        locals.set(id, { ...document, _id: id, _rev: next });
        return next;
      }
      const tree = trees.get(id);
      const top = tree && winner(tree);
      const isFree = tree === undefined || top === undefined || isDeleted(tree, top);
      if (rev === undefined ? !isFree : tree === undefined || !leavesOf(tree).includes(rev)) return null;
      const parent = rev ?? top;
      const hash = createHash('md5')
        .update(JSON.stringify([parent, document]))
        .digest('hex');
      const start = generationOf(parent ?? null) + 1;
      const ids = [hash, ...(parent === undefined ? [] : [parent.split('-')[1] ?? ''])];
      insert({ ...document, _id: id, _rev: `${start}-${hash}`, _revisions: { start, ids } });
      return `${start}-${hash}`;
    },
    look: async () => {},
    make: async () => {},
    drop: async () => {
      trees.clear();
      return true;
    },
    list: async ({ start = '', end = '\uffff', limit, whole = false }) =>
      [...trees]
        .filter(([id, tree]) => id >= start && id <= end && !isDeleted(tree, winner(tree) ?? ''))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, limit)
        .map(([id, tree]) => {
          const rev = winner(tree) ?? '';
          return { id, rev, document: whole ? (tree.revisions.get(rev)?.body ?? null) : null };
        }),
    remove: async (rows) => {
      for (const { id, rev } of rows) {
        const next = `${generationOf(rev) + 1}-${createHash('md5').update(rev).digest('hex')}`;
        const ids = [next, rev].map((one) => one.split('-')[1] ?? '');
        insert({
          _id: id,
          _rev: next,
          _deleted: true,
          wiped: true,
          _revisions: { start: generationOf(next), ids },
        });
      }
    },
    compact: async () => {},
  };
}
