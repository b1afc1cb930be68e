import { archiveParts } from './archive-parts.ts';
import { type FileParts, fileParts } from './file-parts.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';
import { isZipFile } from './zip-files.ts';

/**
 * Reads a file on a thread of its own, a part whenever it is asked: however large it is, no surface is held up and little memory is
 * needed. It asks nobody for anything.
 */

let opened: FileParts | null = null;

addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  answerTo(data)
    .catch((error: unknown): FromImportWorker => ({ type: 'failed', message: String(error) }))
    .then((answer) => postMessage(answer))
    .catch((error: unknown) => console.error('import', error));
});

async function answerTo(message: ToImportWorker): Promise<FromImportWorker> {
  if (message.type === 'open') {
    const { file, now } = message;
    // A file that is gone says so when it is read.
    const isArchive = await isZipFile(file).catch(() => false);
    opened = isArchive ? archiveParts(file, now) : fileParts(file, now);
    return { type: 'opened' };
  }
  if (opened === null) throw new Error('no file is open');
  return { type: 'read', ...(await opened.next()) };
}
