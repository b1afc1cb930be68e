import type { ImportProblem } from '#core/import/importer.ts';
import { noRecords } from '#core/import/read-import.ts';
import type { ImportPort, StagedFile } from './import-state.ts';
import { startImportThread } from './import-thread.ts';

/** So many problems of a file are kept to be listed: a file of nothing else must not fill the memory. */
const LISTED = 20_000;

/** All files as they were put aside and how many records they have; or which of them is refused, and why: then none is brought in. */
export type Staged =
  | { readonly files: readonly StagedFile[]; readonly count: number }
  | { readonly name: string; readonly problem: ImportProblem };

/** Where parts of files go: each has the next number. */
interface Sink {
  readonly port: Pick<ImportPort, 'stage'>;
  readonly import: string;
  part: number;
}

/**
 * Reads files, one after the other, and puts their records aside under the name of an import. Rejects when `stop` aborts.
 * @param tell is told how many bytes of all files are read
 */
export async function stageFiles(
  port: Pick<ImportPort, 'stage'>,
  files: readonly File[],
  id: string,
  stop: AbortSignal,
  tell: (bytes: number) => void,
): Promise<Staged> {
  const sink: Sink = { port, import: id, part: 0 };
  const staged: StagedFile[] = [];
  let [count, before] = [0, 0];
  for (const file of files) {
    const read = await stageFile(sink, file, stop, (bytes) => tell(before + bytes));
    if ('problem' in read) return { name: file.name, problem: read.problem };
    staged.push(read.file);
    count += read.count;
    before += file.size;
  }
  return { files: staged, count };
}

/** The time of what has none of its own: when the file was written, so that the same file says the same a second time. */
function timeOf({ lastModified }: File): string {
  const now = Date.now();
  return new Date(lastModified > 0 && lastModified < now ? lastModified : now).toISOString();
}

async function stageFile(
  sink: Sink,
  file: File,
  stop: AbortSignal,
  tell: (bytes: number) => void,
): Promise<{ readonly file: StagedFile; readonly count: number } | { readonly problem: ImportProblem }> {
  const ended = new AbortController();
  const thread = startImportThread(AbortSignal.any([stop, ended.signal]));
  const problems: ImportProblem[] = [];
  let [unlisted, unlistedRecords, count] = [0, 0, 0];
  try {
    await thread.ask({ type: 'open', file, now: timeOf(file) }, 'opened');
    for (;;) {
      const { part: read, bytes, isEnd } = await thread.ask({ type: 'next' }, 'read');
      stop.throwIfAborted();
      if (read.refused !== null) return { problem: read.refused };
      const room = Math.max(0, LISTED - problems.length);
      problems.push(...read.problems.slice(0, room));
      const others = read.problems.slice(room);
      unlisted += others.length;
      unlistedRecords += others.filter(({ lost }) => lost === 'record').length;
      const found = Object.values(read.records).reduce((sum, records) => sum + records.length, 0);
      count += found;
      if (found > 0) await sink.port.stage(sink.import, sink.part++, { ...noRecords, ...read.records });
      tell(bytes);
      if (isEnd) {
        const { name } = file;
        return { file: { name, label: read.label, problems, unlisted, unlistedRecords }, count };
      }
    }
  } finally {
    ended.abort();
  }
}
