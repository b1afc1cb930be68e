import type { Annotation } from '#core/annotation.ts';
import { withNote } from '#core/annotation-edit.ts';
import { annotationShape } from '#core/sync/shapes/annotation-shape.ts';
import { shownParts } from '#core/sync/shown-record.ts';
import { keyText } from '#core/sync/sync-document.ts';
import { deleteDocument, emptyDocument, writeDocument } from '#core/sync/write-document.ts';
import { createCouch, type Couch } from '#sync/couch.ts';
import { NOTEBOOK } from '#sync/open-notebook.ts';
import { replicate, type SyncRun } from '#sync/replicate.ts';
import type { SyncKeys } from '#sync/sync-keys.ts';
import { createMemoryLog } from './memory-log.ts';

/** A machine that keeps a notebook in memory and runs the real protocol. Times are ms since 1970, of its own clock. */
export interface LightMachine {
  readonly keep: (annotation: Annotation, now: number) => void;
  readonly note: (annotation: Annotation, note: string, now: number) => void;
  readonly drop: (annotation: Annotation) => void;
  readonly run: (now: number) => Promise<SyncRun>;
  readonly state: () => string;
}

export interface LightMachineOptions {
  readonly database: string;
  readonly keys: SyncKeys;
  readonly replica: string;
  /** Is told how long each call took, in ms. */
  readonly onCall: (name: string, ms: number) => void;
  /** Is told of documents of which the server has several leaves. */
  readonly onConflict: (id: string) => void;
}

export function createLightMachine(options: LightMachineOptions): LightMachine {
  const { database, keys, replica } = options;
  const couch = watched(createCouch({ database, name: 'reader', password: 'secret' }), options);
  const log = createMemoryLog();
  let last: Promise<unknown> = Promise.resolve();
  const write = (annotation: Annotation, now: number): void => {
    const key = { store: 'annotations', key: annotation.id } as const;
    const document = log.read(keyText(key)) ?? emptyDocument(key);
    const wanted = annotationShape.partsOf(annotation);
    if (wanted === null) throw new RangeError('no annotation');
    const edit = { shown: shownParts(document), wanted, edited: now, rankOf: annotationShape.rankOf };
    const written = writeDocument(document, edit, { replica, now });
    if (written !== document) log.edit(written);
  };
  return {
    keep: write,
    note: (annotation, note, now) => {
      // What has not come here yet cannot be edited here.
      if (log.read(keyText({ store: 'annotations', key: annotation.id })) === null) return;
      write(withNote(annotation, note, new Date(now).toISOString()), now);
    },
    drop: ({ id }) => {
      const document = log.read(keyText({ store: 'annotations', key: id }));
      if (document !== null) log.edit(deleteDocument(document));
    },
    run: (now) => {
      const next = last.then(async () => {
        // As the background does before each run (background/sync-run.ts).
        await couch.read(NOTEBOOK);
        return replicate(couch, keys, log, { replica, evenMuch: true, now });
      });
      last = next.catch(() => null);
      return next;
    },
    state: log.state,
  };
}

/** The same calls, timed and looked at. */
function watched(couch: Couch, { onCall, onConflict }: LightMachineOptions): Couch {
  const timed = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const answer = await call();
    onCall(name, performance.now() - started);
    return answer;
  };
  return {
    ...couch,
    read: (id) => timed('read', () => couch.read(id)),
    write: (id, document) => timed('write', () => couch.write(id, document)),
    changes: async (since, limit) => {
      const page = await timed('changes', () => couch.changes(since, limit));
      for (const { id, leaves } of page.results) if (leaves.length > 1) onConflict(id);
      return page;
    },
    revisions: (wanted) => timed('revisions', () => couch.revisions(wanted)),
    missing: (revs) => timed('missing', () => couch.missing(revs)),
    give: (documents) => timed('give', () => couch.give(documents)),
  };
}
