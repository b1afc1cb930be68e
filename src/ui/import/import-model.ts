import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportPort, ImportState } from './import-state.ts';
import { createImportWork, type ImportWork, type Tell } from './import-work.ts';
import { stageFiles } from './stage-files.ts';

export interface ImportModel {
  readonly state: ReadonlySignal<ImportState>;
  /** Reads files and looks at what they would change. */
  readonly open: (files: readonly File[]) => void;
  /** Brings in what was read. */
  readonly bring: () => void;
  /** Stops what is under way, forgets what was put aside; the library is as it was. */
  readonly cancel: () => void;
  readonly undo: () => void;
  /** The page is being left: what is under way stops. What was put aside stays for the background, to clear it away and tell of it. */
  readonly leave: () => void;
}

type Ready = Extract<ImportState, { state: 'ready' }>;

/** @param end aborts when the surface is left: what is under way stops */
export function createImportModel(port: ImportPort, end: AbortSignal): ImportModel {
  const state = signal<ImportState>({ state: 'choosing' });
  const work = createImportWork(port, state);
  end.addEventListener('abort', work.forget, { once: true });
  return {
    state,
    open(files) {
      if (files.length === 0) return;
      work.forget();
      work.run('read', (tell, stop) => read(port, work, files, tell, stop));
    },
    bring() {
      const now = state.value;
      if (now.state === 'ready') work.run('bring', (tell) => bring(port, work, now, tell));
    },
    cancel() {
      work.forget();
      state.value = { state: 'choosing' };
    },
    undo() {
      const now = state.value;
      if (now.state !== 'done' || now.change === null) return;
      const { change } = now;
      work.run('undo', async () => {
        await port.undo(change);
        return { ...now, isUndone: true };
      });
    },
    leave: work.jobs.cancel,
  };
}

async function read(
  port: ImportPort,
  work: ImportWork,
  files: readonly File[],
  tell: Tell,
  stop: AbortSignal,
): Promise<ImportState> {
  const names = files.map(({ name }) => name);
  const id = await port.begin(names, stop);
  if (stop.aborted) await port.drop(id);
  stop.throwIfAborted();
  work.hold(id);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const found = await stageFiles(port, files, id, stop, (done) => tell(done, total));
  if ('problem' in found) return { state: 'refused', ...found };
  if (found.count === 0) return { state: 'empty', files: found.files };
  const preview = await work.jobs.follow(
    (job) => port.preview(id, job),
    (done, all) => tell(done, all, 'compare'),
  );
  return { state: 'ready', import: id, files: found.files, preview, isAgain: false };
}

async function bring(port: ImportPort, work: ImportWork, ready: Ready, tell: Tell): Promise<ImportState> {
  const done = await work.jobs.follow((job) => port.commit(ready.import, job), tell);
  if (done === 'waiting') return { ...ready, isAgain: true };
  if (done === 'gone') return { state: 'failed', error: { code: 'not-found' } };
  return { state: 'done', files: ready.files, isUndone: false, ...done };
}
