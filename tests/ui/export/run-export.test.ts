import { describe, expect, it } from 'vitest';
import { defaultOptions } from '#core/export/exporter.ts';
import type { ExportWriterThread } from '#ui/export/export-writer.ts';
import type { FromExportWorker, ToExportWorker } from '#ui/export/export-messages.ts';
import type { ExportedFile } from '#ui/export/exported-file.ts';
import { type ExportPort, runExport } from '#ui/export/run-export.ts';
import { annotation, article, id } from '#tests/storage/records.ts';

const choice = {
  format: 'json',
  layout: 'one',
  about: { exportedAt: '2026-01-07T10:00:00.000Z', title: '', options: defaultOptions },
} as const;

const file: ExportedFile = {
  name: 'a.json',
  blob: new Blob(['{}']),
  count: 2,
  skipped: 0,
  omitted: 0,
  left: { articles: 0, people: 0 },
};

/** A worker that can read the library, or cannot, and notes what it is asked. */
function writerThat(reads: ExportedFile | null) {
  const asked: ToExportWorker[] = [];
  const answer = (message: ToExportWorker): FromExportWorker => {
    if (message.type === 'read') return { type: 'read', file: reads };
    if (message.type === 'end') return { type: 'written', file };
    return { type: 'taken' };
  };
  const writer: ExportWriterThread = {
    ask: async (message, type, tell) => {
      asked.push(message);
      if (message.type === 'read') tell?.(1, 2);
      const given = answer(message);
      if (given.type !== type) throw new Error(`asked for ${type}`);
      return given as Extract<FromExportWorker, { type: typeof type }>;
    },
  };
  return { asked, writer, types: () => asked.map(({ type }) => type) };
}

/** A library of so many passages in one article, given by messages. */
function portOf(count: number, isEverything: boolean) {
  const parts: number[] = [];
  const ids = Array.from({ length: count }, (_one, index) => id(index));
  const port: ExportPort = {
    isEverything,
    async *plan() {
      yield { ids: ids.slice(0, 400), sources: [] };
      yield { ids: ids.slice(400), sources: isEverything ? [article().source, 'https://b.example/'] : [] };
    },
    async records(wanted, sources) {
      parts.push(wanted.length + sources.length);
      const annotations = wanted.map((one) => annotation({ number: ids.indexOf(one) }));
      return { annotations, articles: wanted.length > 0 ? [article()] : [], broken: sources.length };
    },
    template: async () => null,
    keepTemplate: async () => null,
  };
  return { port, parts };
}

const counts: [number, number][] = [];
const tell = (done: number, total: number): void => void counts.push([done, total]);

describe('runExport', () => {
  it('has the worker read everything, without a message to the background', async () => {
    const { writer, asked } = writerThat(file);
    const { port, parts } = portOf(600, true);
    counts.length = 0;
    expect(await runExport(port, choice, writer, tell)).toBe(file);
    expect(asked).toEqual([{ type: 'read', choice, ids: null }]);
    expect(parts).toEqual([]);
    expect(counts).toEqual([[1, 2]]);
  });

  it('has it read a choice of many, which the background has named', async () => {
    const { writer, asked } = writerThat(file);
    const { port, parts } = portOf(600, false);
    await runExport(port, choice, writer, tell);
    expect(asked).toMatchObject([{ type: 'read', ids: { length: 600 } }]);
    expect(parts).toEqual([]);
  });

  it('asks for what fits into one message', async () => {
    const { writer, types } = writerThat(file);
    const { port, parts } = portOf(2, false);
    expect(await runExport(port, choice, writer, tell)).toMatchObject({ name: 'a.json', count: 2 });
    expect(types()).toEqual(['begin', 'add', 'end']);
    expect(parts).toEqual([2]);
  });

  it.each([true, false])(
    'gives the worker all records where it cannot read them (everything: %s)',
    async (all) => {
      const { writer, types } = writerThat(null);
      const { port, parts } = portOf(600, all);
      counts.length = 0;
      const made = await runExport(port, choice, writer, tell);
      // Of the articles only the one that has not come with its passages is asked for.
      expect(parts).toEqual(all ? [250, 250, 100, 1] : [250, 250, 100]);
      expect(types()).toEqual(['read', 'begin', ...parts.map(() => 'add'), 'end']);
      expect(made).toMatchObject({ count: 600, skipped: all ? 1 : 0, omitted: 0 });
      expect(counts.at(-1)).toEqual([600, 600]);
    },
  );

  it('fails as the port fails', async () => {
    const { writer } = writerThat(null);
    const { port } = portOf(600, true);
    const gone = { ...port, records: () => Promise.reject(new Error('gone')) };
    await expect(runExport(gone, choice, writer, tell)).rejects.toThrow('gone');
  });
});
