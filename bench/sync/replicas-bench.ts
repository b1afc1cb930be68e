import { availableParallelism } from 'node:os';
import { deriveKeys, newSalt } from '#sync/sync-keys.ts';
import { table } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { type CouchProcess, spentBetween, startCouchProcess } from './couch-process.ts';
import { realWords } from './real-words.ts';
import { type Simulated, type Simulation, simulateReplicas } from './simulate-replicas.ts';
import type { ServerCounts } from './serve-couch.ts';

type Shape = Omit<Simulation, 'keys' | 'words' | 'database' | 'atOnce'> & { readonly name: string };

const SHAPES: readonly Shape[] = [
  { name: '334 readers with 3 machines each', readers: 334, machines: 3, passages: 60, days: 1, runs: 8, changes: 8 },
  { name: 'one notebook on 100 machines', readers: 1, machines: 100, passages: 200, days: 1, runs: 8, changes: 4 },
]; // prettier-ignore
const QUICK: readonly Shape[] = [
  { name: '34 readers with 3 machines each', readers: 34, machines: 3, passages: 30, days: 1, runs: 8, changes: 8 },
  { name: 'one notebook on 20 machines', readers: 1, machines: 20, passages: 60, days: 1, runs: 8, changes: 4 },
]; // prettier-ignore

/** Runs at a time: as many as keep the server busy, and no more, or what is measured is the queue. */
const AT_ONCE = 2 * availableParallelism();

interface Row {
  readonly shape: Shape;
  readonly simulated: Simulated;
  readonly server: ServerCounts;
}

/** A thousand replicas with the real protocol's code against one server. Rejects when machines of one reader end with other notebooks. */
export async function benchReplicas(isQuick: boolean): Promise<string> {
  const keys = await deriveKeys('correct horse battery staple', newSalt());
  const words = realWords();
  const rows: Row[] = [];
  for (const shape of isQuick ? QUICK : SHAPES) {
    const server = await startCouchProcess();
    try {
      rows.push(await simulate(shape, server, { keys, words }));
    } finally {
      await server.end();
    }
    console.error(shape.name, rows.at(-1)?.server);
  }
  const unequal = rows.filter(({ simulated }) => simulated.unequal > 0);
  if (unequal.length > 0) throw new Error('Machines of one reader do not hold the same');
  return tellOf(rows);
}

async function simulate(
  shape: Shape,
  server: CouchProcess,
  { keys, words }: Pick<Simulation, 'keys' | 'words'>,
): Promise<Row> {
  let before = await server.counts();
  const simulated = await simulateReplicas(
    { ...shape, keys, words, atOnce: AT_ONCE, database: server.database },
    async () => {
      before = await server.counts();
    },
  );
  return { shape, simulated, server: spentBetween(before, await server.counts()) };
}

function tellOf(rows: readonly Row[]): string {
  const at = (waits: readonly number[], share: number): string =>
    (waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN).toFixed(1);
  const columns = rows.map(
    ({ shape, simulated: { runs, edits, conflicts, waits, documentsTaken }, server }) => [
      String(shape.readers * shape.machines),
      String(runs),
      String(edits),
      String(documentsTaken),
      String(conflicts),
      String(server.requests),
      (server.requests / runs).toFixed(2),
      (server.received / runs / 1_000).toFixed(2),
      (server.sent / runs / 1_000).toFixed(2),
      (server.cpu / server.requests).toFixed(2),
      at(waits, 0.5),
      at(waits, 0.95),
      at(waits, 0.99),
      (server.memory / 1e6).toFixed(0),
      'yes',
    ],
  );
  const names = [
    'replicas', 'runs', 'changes made', 'changes taken by others', 'documents in conflict on the way', 'requests', 'requests a run', 'kB up a run',
    'kB down a run', 'of the server’s processor a request, ms', 'a call, median, ms', 'of 20 all but one, ms', 'of 100 all but one, ms',
    'the server’s memory, MB', 'all machines of each reader equal at the end',
  ]; // prettier-ignore
  const body = names.map((name, row) => [name, ...columns.map((column) => column[row] ?? '')]);
  const first = rows[0]?.shape;
  const told = table(['replicas against one server', ...rows.map(({ shape }) => shape.name)], body);
  return [
    `Replicas with the protocol’s real code and notebooks in memory, ${AT_ONCE} runs at a time, over a day with ${first?.runs} runs a machine and day at minutes of its own, with clocks that differ by up to ten minutes; three changes of ten are new passages, six notes, one a deletion, and two of ten fall on the same five passages. A run takes before it gives, so that what two have changed is joined before it is sent: a conflict on the server is two runs at the same moment. The server is express-pouchdb in memory, in a process of its own. The first upload is not counted.`,
    asFigures('replicas', told),
  ].join('\n\n');
}
