import { builtExtension } from '../built-extension.ts';
import { table } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { startCouchProcess } from './couch-process.ts';
import type { NotebookSize } from './notebook-records.ts';
import { realWords } from './real-words.ts';
import { type MeasuredRun, startBenchMachine } from './sync-browser.ts';

const WHOLE: NotebookSize = { articles: 1_000, passages: 10_000, people: 2_000 };
const QUICK: NotebookSize = { articles: 100, passages: 1_000, people: 200 };

interface Row {
  readonly what: string;
  readonly records: number;
  readonly measured: MeasuredRun;
}

/**
 * A notebook goes up to a server and down to another machine, both real Chromium with the built extension; then a day's changes do; then
 * nothing is new. The server is express-pouchdb with its databases in memory, in a process of its own.
 */
export async function benchSync(isQuick: boolean): Promise<string> {
  builtExtension();
  const size = isQuick ? QUICK : WHOLE;
  const words = realWords();
  const server = await startCouchProcess();
  const rows: Row[] = [];
  const note = (what: string, records: number, measured: MeasuredRun): void => {
    rows.push({ what, records, measured });
    console.error(what, Math.round(measured.ms), 'ms', measured.server);
  };
  try {
    const database = await server.database();
    const one = await startBenchMachine(server, database);
    try {
      const records = await one.call<number>('fillLibrary', size, words);
      note('the whole notebook up', records, await one.setUp());
      note('the run after it: all that was sent is found listed', 0, await one.run());
      note('an idle run', 0, await one.run());
      const other = await startBenchMachine(server, database);
      try {
        note('the whole notebook down to a new machine', records, await other.setUp());
        const changes = await one.call<number>('spendDay', size, words);
        note('a day up', changes, await one.run());
        note('a day down', changes, await other.run());
        note('an idle run', 0, await other.run());
      } finally {
        await other.close();
      }
    } finally {
      await one.close();
    }
    return tellOf(rows, size, await storedIn(database));
  } finally {
    await server.end();
  }
}

/** Bytes that the database's documents have as JSON, and how many there are. */
async function storedIn(database: string): Promise<{ documents: number; bytes: number }> {
  const answer = await fetch(`${database}/_all_docs?include_docs=true`, {
    headers: { authorization: `Basic ${btoa('reader:secret')}` },
  });
  const { rows } = (await answer.json()) as { rows: readonly { readonly doc: unknown }[] };
  return {
    documents: rows.length,
    bytes: rows.reduce((sum, { doc }) => sum + JSON.stringify(doc).length, 0),
  };
}

function tellOf(
  rows: readonly Row[],
  size: NotebookSize,
  stored: { documents: number; bytes: number },
): string {
  const each = (value: number, count: number): string => (count === 0 ? '' : (value / count).toFixed(2));
  const body = rows.map(({ what, records, measured: { ms, waits, server, run, cpu } }) => [
    what,
    records === 0 ? '' : String(records),
    String(run.sent),
    String(run.taken),
    (ms / 1_000).toFixed(2),
    each(ms, records),
    cpu.toFixed(2),
    (server.cpu / 1_000).toFixed(2),
    String(server.requests),
    (server.received / 1_000).toFixed(1),
    (server.sent / 1_000).toFixed(1),
    (waits[Math.floor(waits.length * 0.95)] ?? 0).toFixed(0),
    (waits.at(-1) ?? 0).toFixed(0),
  ]);
  const head = [
    'run', 'records', 'documents sent', 'records changed by it', 's', 'ms a record', 'of the browser’s processor, s', 'of the server’s processor, s', 'requests', 'kB up',
    'kB down', 'other messages waited, of 20 all but one, ms', 'at most, ms',
  ]; // prettier-ignore
  const figures = table(
    ['more than one machine', 'seconds', 'of the browser’s processor, s', 'requests', 'kB up', 'kB down'],
    [
      ...body.map(
        ([
          what = '',
          records = '',
          ,
          ,
          seconds = '',
          ,
          processor = '',
          ,
          requests = '',
          up = '',
          down = '',
        ]) => [
          records === '' ? what : `${what}: ${Number(records).toLocaleString('en')} records`,
          seconds,
          processor,
          requests,
          up,
          down,
        ],
      ),
    ],
  );
  return [
    `A notebook of ${size.passages.toLocaleString('en')} passages in ${size.articles.toLocaleString('en')} articles with ${size.people.toLocaleString('en')} people, between two Chromium; the server is express-pouchdb in memory, in a process of its own on the same machine. The first run of each machine makes the keys, too, and takes a backup. While a run is under way the page sends a small message ten times a second, as a reader’s clicks would, and waits for its answer.`,
    table(head, body),
    `On the server there are then ${stored.documents.toLocaleString('en')} documents of ${(stored.bytes / stored.documents).toFixed(0)} bytes of JSON on average, names, revisions and all.`,
    asFigures('sync', figures),
  ].join('\n\n');
}
