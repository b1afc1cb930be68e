import { readImport, type FileReading } from '#core/import/read-import.ts';
import type { FromImportWorker, ToImportWorker } from './import-messages.ts';

/**
 * Reads a file on a thread of its own, a part whenever it is asked: however large it is, no surface is held up and little memory is
 * needed. It asks nobody for anything.
 */

/** How many bytes are read at a time. */
const PART = 500_000;

interface Opened {
  readonly file: File;
  readonly decoder: TextDecoder;
  readonly reading: FileReading;
  at: number;
}

let opened: Opened | null = null;

addEventListener('message', ({ data }: MessageEvent<ToImportWorker>) => {
  answerTo(data)
    .catch((error: unknown): FromImportWorker => ({ type: 'failed', message: String(error) }))
    .then((answer) => postMessage(answer))
    .catch((error: unknown) => console.error('import', error));
});

async function answerTo(message: ToImportWorker): Promise<FromImportWorker> {
  if (message.type === 'open') {
    const { file, now } = message;
    opened = { file, decoder: new TextDecoder(), reading: readImport(file.name, now), at: 0 };
    return { type: 'opened' };
  }
  if (opened === null) throw new Error('no file is open');
  const { file, decoder, reading, at } = opened;
  if (at >= file.size) {
    // Half a character at the end of a file that was cut off.
    const last = decoder.decode();
    const half = last === '' ? null : reading.add(last);
    const end = reading.end();
    const part = half === null ? end : { ...end, problems: [...half.problems, ...end.problems] };
    return { type: 'read', part, bytes: file.size, isEnd: true };
  }
  const bytes = await file.slice(at, at + PART).arrayBuffer();
  opened.at = at + PART;
  const part = reading.add(decoder.decode(bytes, { stream: true }));
  return { type: 'read', part, bytes: Math.min(file.size, at + PART), isEnd: part.refused !== null };
}
