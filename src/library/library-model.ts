import { type ReadonlySignal, signal } from '@preact/signals';
import { withoutRejection } from '#core/annotation-edit.ts';
import { request } from '#messaging/client.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { download, type TextFile } from '#ui/download.ts';
import type { ExportFormat } from '#ui/export-menu.tsx';

/** At most so many passages are listed; a search finds the others. */
export const listLimit = 1_000;
/** A search starts this long after the last key, in ms. */
const delay = 120;

export type Shelf =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly query: string; readonly hits: readonly SearchHit[] };

export interface LibraryModel {
  readonly query: ReadonlySignal<string>;
  readonly shelf: ReadonlySignal<Shelf>;
  /** What failed last, or null. */
  readonly trouble: ReadonlySignal<unknown>;
  /** The record that was deleted last, or null. */
  readonly deleted: ReadonlySignal<string | null>;
  /** How many records were missing from the last export. */
  readonly skipped: ReadonlySignal<number>;
  readonly setQuery: (query: string) => void;
  readonly refresh: () => void;
  readonly remove: (id: string) => void;
  readonly restore: () => void;
  /** It is a quotation after all. */
  readonly accept: (hit: SearchHit) => void;
  readonly exportFile: (source: string | null, format: ExportFormat) => void;
}

/** The state of the library: everything kept that matches the query. */
export function createLibraryModel(): LibraryModel {
  const query = signal('');
  const shelf = signal<Shelf>({ state: 'loading' });
  const trouble = signal<unknown>(null);
  const deleted = signal<string | null>(null);
  const skipped = signal(0);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    turn += 1;
    const mine = turn;
    const wanted = query.peek().trim();
    let next: Shelf;
    try {
      const hits = await request('annotations.search', { query: wanted, limit: listLimit });
      next = { state: 'ready', query: wanted, hits };
    } catch (error) {
      next = { state: 'failed', error };
    }
    if (mine === turn) shelf.value = next;
  }

  function attempt(action: Promise<unknown>): void {
    trouble.value = null;
    action.catch((error: unknown) => {
      trouble.value = error;
    });
  }

  async function remove(id: string): Promise<void> {
    await request('annotations.delete', { id });
    deleted.value = id;
    await load();
  }

  async function restore(id: string): Promise<void> {
    await request('annotations.restore', { id });
    deleted.value = null;
    await load();
  }

  async function accept({ annotation, article }: SearchHit): Promise<void> {
    const next = withoutRejection(annotation, new Date().toISOString());
    await request('annotations.put', { annotation: next, article, base: annotation.modified });
    await load();
  }

  const take = (file: TextFile): void => {
    download(file);
    skipped.value = file.skipped;
  };

  return {
    query,
    shelf,
    trouble,
    deleted,
    skipped,
    setQuery(text) {
      query.value = text;
      clearTimeout(timer);
      timer = setTimeout(() => void load(), delay);
    },
    refresh: () => void load(),
    remove: (id) => attempt(remove(id)),
    restore() {
      const id = deleted.peek();
      if (id !== null) attempt(restore(id));
    },
    accept: (hit) => attempt(accept(hit)),
    exportFile(source, format) {
      skipped.value = 0;
      attempt(request('export.file', { source, format }).then(take));
    },
  };
}
