import { citePassage } from '#core/citation/cite-passage.ts';
import { exportName } from '#core/export/export-name.ts';
import type { ExportPart } from '#core/export/exporter.ts';
import { formatInfo } from '#core/export/format-info.ts';
import { createGrouper, type RecordGrouper } from '#core/export/group-records.ts';
import { exporters, findExporter } from '#core/export/registry.ts';
import { beginExport, type ExportRun } from '#core/export/write-export.ts';
import type { FromExportWorker, ToExportWorker } from './export-messages.ts';

/**
 * Writes exports on a thread of its own: no surface loads the formats and the libraries behind them, and none is held up, however much
 * is written. It is given records and gives bytes; it asks nobody for anything.
 */

interface Writing {
  readonly grouper: RecordGrouper;
  readonly run: ExportRun;
  readonly name: string;
  readonly mime: string;
}

const encoder = new TextEncoder();
let writing: Writing | null = null;

addEventListener('message', ({ data }: MessageEvent<ToExportWorker>) => {
  let answer: FromExportWorker;
  try {
    answer = answerTo(data);
  } catch (error) {
    answer = { type: 'failed', message: String(error) };
  }
  const transfer = 'bytes' in answer ? [answer.bytes.buffer] : [];
  postMessage(answer, { transfer });
});

function answerTo(message: ToExportWorker): FromExportWorker {
  if (message.type === 'formats') return { type: 'formats', formats: exporters.map(formatInfo) };
  if (message.type === 'cite') {
    const { annotation, article, style, language } = message;
    return { type: 'cited', text: citePassage(annotation, article, style, language) };
  }
  if (message.type === 'begin') return begin(message);
  if (writing === null) throw new Error('nothing is being written');
  const { grouper, run, name, mime } = writing;
  if (message.type === 'add')
    return { type: 'part', bytes: bytesOf(grouper.add(message.records).map(run.add)) };
  const parts = [...grouper.end().map(run.add), ...run.end()];
  writing = null;
  return { type: 'done', bytes: bytesOf(parts), name, mime, omitted: run.omitted() };
}

function begin({ format, layout, about }: Extract<ToExportWorker, { type: 'begin' }>): FromExportWorker {
  const exporter = findExporter(format);
  if (exporter === null) throw new Error(`no format ${format}`);
  const mime = layout === 'one' ? exporter.mime : 'application/zip';
  const run = beginExport(exporter, about, layout);
  writing = { grouper: createGrouper(), run, name: exportName(exporter, about, layout), mime };
  return { type: 'part', bytes: new Uint8Array() };
}

function bytesOf(parts: readonly ExportPart[]): Uint8Array<ArrayBuffer> {
  const chunks = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
