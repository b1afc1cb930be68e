import { type ReadonlySignal, signal } from '@preact/signals';
import type { ImportPreview } from '#core/import-preview.ts';
import type { ImportProblem, ImportRecords } from '#core/import/importer.ts';
import { noRecords } from '#core/import/read-import.ts';
import { startImportThread } from './import-thread.ts';

/** What the background is asked. */
export interface ImportPort {
  readonly begin: () => Promise<string>;
  readonly stage: (id: string, part: number, records: ImportRecords) => Promise<null>;
  readonly preview: (id: string, job: string) => Promise<ImportPreview>;
  readonly commit: (
    id: string,
    job: string,
  ) => Promise<{ readonly change: number | null; readonly counted: ImportPreview }>;
  readonly drop: (id: string) => Promise<null>;
  readonly undo: (change: number) => Promise<void>;
  readonly state: (job: string) => Promise<{ readonly done: number; readonly total: number } | null>;
  readonly cancel: (job: string) => Promise<boolean>;
}

/** A file whose records are put aside. */
export interface StagedFile {
  readonly name: string;
  /** The key of the format's name. */
  readonly label: string;
  readonly import: string;
  readonly problems: readonly ImportProblem[];
  /** How many more there are than `problems` lists. */
  readonly unlisted: number;
}

export type ImportState =
  | { readonly state: 'choosing' }
  | {
      readonly state: 'working';
      readonly doing: 'read' | 'compare' | 'bring';
      readonly done: number;
      readonly total: number;
    }
  | { readonly state: 'ready'; readonly file: StagedFile; readonly preview: ImportPreview }
  | { readonly state: 'empty'; readonly file: StagedFile }
  | { readonly state: 'refused'; readonly name: string; readonly problem: ImportProblem }
  | {
      readonly state: 'done';
      readonly change: number | null;
      readonly counted: ImportPreview;
      readonly isUndone: boolean;
    }
  | { readonly state: 'failed'; readonly error: unknown };

export interface ImportModel {
  readonly state: ReadonlySignal<ImportState>;
  /** Reads a file and looks at what it would change. */
  readonly open: (file: File) => void;
  /** Brings in what was read. */
  readonly bring: () => void;
  /** Stops what is under way, forgets what was put aside; the library is as it was. */
  readonly cancel: () => void;
  readonly undo: () => void;
}

/** So many problems are kept to be listed: a file of nothing else must not fill the memory. */
const LISTED = 20_000;
/** How often the background is asked how far it is, in ms. */
const askEvery = 250;

/** @param end aborts when the surface is left: what is under way stops */
export function createImportModel(port: ImportPort, end: AbortSignal): ImportModel {
  const state = signal<ImportState>({ state: 'choosing' });
  let stopping = new AbortController();
  let staged: string | null = null;
  let job: string | null = null;

  const forget = (): void => {
    stopping.abort();
    stopping = new AbortController();
    if (job !== null) port.cancel(job).catch(() => null);
    if (staged !== null) port.drop(staged).catch(() => null);
    [job, staged] = [null, null];
  };
  end.addEventListener('abort', forget, { once: true });

  /** Runs work that can be stopped; what comes after it was stopped is not shown. */
  const run = (work: (stop: AbortSignal) => Promise<ImportState>): void => {
    const { signal: stop } = stopping;
    work(stop)
      .catch((error: unknown): ImportState => ({ state: 'failed', error }))
      .then((next) => {
        if (stop.aborted) return;
        state.value = next;
        if (next.state !== 'ready') forget();
      })
      .catch(() => null);
  };
  const follow = async <T>(
    doing: 'compare' | 'bring',
    stop: AbortSignal,
    start: (id: string) => Promise<T>,
  ): Promise<T> => {
    const id = crypto.randomUUID();
    job = id;
    state.value = { state: 'working', doing, done: 0, total: 0 };
    const timer = setInterval(() => {
      port
        .state(id)
        .then((now) => {
          if (now !== null && job === id && !stop.aborted) state.value = { state: 'working', doing, ...now };
        })
        .catch(() => null);
    }, askEvery);
    try {
      return await start(id);
    } finally {
      clearInterval(timer);
      if (job === id) job = null;
    }
  };

  const read = async (file: File, stop: AbortSignal): Promise<ImportState> => {
    const id = await port.begin();
    if (!stop.aborted) staged = id;
    const found = await stageFile(port, file, id, stop, (done) => {
      if (!stop.aborted) state.value = { state: 'working', doing: 'read', done, total: file.size };
    });
    if ('problem' in found) return { state: 'refused', name: file.name, problem: found.problem };
    if (found.count === 0) return { state: 'empty', file: found.staged };
    const preview = await follow('compare', stop, (name) => port.preview(id, name));
    return { state: 'ready', file: found.staged, preview };
  };

  return {
    state,
    open(file) {
      forget();
      state.value = { state: 'working', doing: 'read', done: 0, total: file.size };
      run((stop) => read(file, stop));
    },
    bring() {
      const id = staged;
      if (id === null) return;
      run(async (stop) => {
        const done = await follow('bring', stop, (name) => port.commit(id, name));
        return { state: 'done', ...done, isUndone: false };
      });
    },
    cancel() {
      forget();
      state.value = { state: 'choosing' };
    },
    undo() {
      const now = state.value;
      if (now.state !== 'done' || now.change === null) return;
      port
        .undo(now.change)
        .then(() => {
          state.value = { ...now, isUndone: true };
        })
        .catch((error: unknown) => {
          state.value = { state: 'failed', error };
        });
    },
  };
}

/** Reads a file and puts its records aside. Answers them as staged, or why the whole file is refused. */
async function stageFile(
  port: ImportPort,
  file: File,
  id: string,
  stop: AbortSignal,
  tell: (bytes: number) => void,
): Promise<{ readonly staged: StagedFile; readonly count: number } | { readonly problem: ImportProblem }> {
  const ended = new AbortController();
  const thread = startImportThread(AbortSignal.any([stop, ended.signal]));
  const problems: ImportProblem[] = [];
  let [unlisted, count, part] = [0, 0, 0];
  try {
    await thread.ask({ type: 'open', file, now: new Date().toISOString() }, 'opened');
    for (;;) {
      const { part: read, bytes, isEnd } = await thread.ask({ type: 'next' }, 'read');
      stop.throwIfAborted();
      if (read.refused !== null) return { problem: read.refused };
      const listed = read.problems.slice(0, Math.max(0, LISTED - problems.length));
      problems.push(...listed);
      unlisted += read.problems.length - listed.length;
      const found = Object.values(read.records).reduce((sum, records) => sum + records.length, 0);
      count += found;
      if (found > 0) await port.stage(id, part++, { ...noRecords, ...read.records });
      tell(bytes);
      if (isEnd)
        return { staged: { name: file.name, label: read.label, import: id, problems, unlisted }, count };
    }
  } finally {
    ended.abort();
  }
}
