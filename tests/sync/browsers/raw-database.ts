import type { NotebookServer } from './notebook-server.ts';

interface Revision {
  readonly _id: string;
  readonly _rev: string;
  readonly _deleted?: boolean;
}

/**
 * All that a server holds of a notebook, as text: every document with every leaf, the revisions before them that it still has, and what is
 * local to it. Local documents cannot be listed: their names are those under which something was ever written.
 */
export async function rawDatabase(server: NotebookServer): Promise<string> {
  const changes = (await server.look('/_changes?style=all_docs')) as {
    readonly results: readonly { readonly id: string }[];
  };
  const held: unknown[] = [changes];
  for (const { id } of changes.results) {
    const place = `/${encodeURIComponent(id)}`;
    const leaves = (await server.look(`${place}?open_revs=all&revs=true`)) as readonly {
      readonly ok?: Revision & {
        readonly _revisions: { readonly start: number; readonly ids: readonly string[] };
      };
    }[];
    held.push(leaves);
    const revisions = leaves.flatMap(({ ok }) =>
      (ok?._revisions.ids ?? []).map((hash, at) => `${(ok?._revisions.start ?? 0) - at}-${hash}`),
    );
    for (const rev of new Set(revisions)) held.push(await server.look(`${place}?rev=${rev}`));
  }
  const isLocal = (path: string): boolean => path.startsWith('/_local/');
  const local = new Set(server.calls.flatMap(({ path }) => (isLocal(path) ? [path] : [])));
  for (const path of local) held.push(await server.look(path));
  return JSON.stringify(held);
}

/** The documents that a server holds and their leaves: what changes when anybody writes. None where there is no database. */
export async function documentsOf(server: NotebookServer): Promise<unknown> {
  const { results = [] } = (await server.look('/_changes?style=all_docs')) as {
    readonly results?: readonly { readonly id: string; readonly changes: unknown }[];
  };
  return results.map(({ id, changes }) => ({ id, changes })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
