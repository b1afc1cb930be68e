import { citePassage } from '#core/citation/cite-passage.ts';
import { formatInfo } from '#core/export/format-info.ts';
import { exporters } from '#core/export/registry.ts';
import { openExportReader } from '#storage/export-reader.ts';
import { eachPart } from './each-part.ts';
import type { FromExportWorker, ToExportWorker } from './export-messages.ts';
import type { ExportedFile } from './exported-file.ts';
import { createFileWriter, type FileWriter } from './file-writer.ts';

/**
 * Writes exports on a thread of its own: no surface loads the formats and the libraries behind them, and none is held up, however much
 * is written. It reads the library itself, which it cannot change: a hundred thousand records sent through the background as messages
 * would take minutes. Where the library is not to be had here it is given the records.
 */

/** So many records are read at a time. */
const PART = 1_000;

let writing: FileWriter | null = null;

addEventListener('message', ({ data }: MessageEvent<ToExportWorker>) => {
  answerTo(data)
    .catch((error: unknown): FromExportWorker => ({ type: 'failed', message: String(error) }))
    .then((answer) => postMessage(answer))
    .catch((error: unknown) => console.error('export', error));
});

async function answerTo(message: ToExportWorker): Promise<FromExportWorker> {
  if (message.type === 'formats') return { type: 'formats', formats: exporters.map(formatInfo) };
  if (message.type === 'cite') {
    const { annotation, article, style, language } = message;
    return { type: 'cited', text: citePassage(annotation, article, style, language) };
  }
  if (message.type === 'read') return { type: 'read', file: await read(message) };
  if (message.type === 'begin') {
    writing = createFileWriter(message.choice);
    return { type: 'taken' };
  }
  if (writing === null) throw new Error('nothing is being written');
  if (message.type === 'add') {
    writing.add(message.records);
    return { type: 'taken' };
  }
  const ended = writing;
  writing = null;
  const file = await ended.end();
  return { type: 'written', file };
}

type ReadMessage = Extract<ToExportWorker, { readonly type: 'read' }>;

/** A file of what stands in the library; null when that cannot be read here. */
async function read({ choice, ids, from }: ReadMessage): Promise<ExportedFile | null> {
  const reader = await openExportReader();
  if (reader === null) return null;
  try {
    const { writer, counted } = await reader.read(async (source) => {
      const writer = createFileWriter(choice);
      const plan = ids === null ? await source.plan() : { ids, sources: [] };
      const counted = await eachPart(source.records, plan, PART, writer.add, (done, total) =>
        postMessage({ type: 'progress', done, total } satisfies FromExportWorker),
      );
      return { writer, counted };
    }, from);
    return { ...(await writer.end()), ...counted };
  } catch (error) {
    // The background has the same records by another way, and says what is wrong when they cannot be read there either.
    console.warn('export', error);
    return null;
  } finally {
    reader.close();
  }
}
