import { readFileSync } from 'node:fs';
import { runFor } from '../measure.ts';
import { subjects } from './subjects.ts';

/** One subject at one size, in a process of its own (grow-in-node.ts): the article comes on standard input. */
export interface Probed {
  /** Processor time, its helper threads included. */
  readonly ms: number;
  /** What input, result and all that is kept for the next time hold, after a collection, MB. */
  readonly held: number;
}

const [name = '', size = ''] = process.argv.slice(2);
const subject = subjects[name];
if (subject === undefined) throw new Error(`There is no subject "${name}"`);
const article = readFileSync(0, 'utf8');

const collect = (): number => {
  if (globalThis.gc === undefined) throw new Error('Node was not started with --expose-gc');
  // What only the first collection lets go of, the second takes away.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

// What is compiled at the first sight of any text is no matter of its length.
runFor(subject.prepare(article, subject.sizes[0] ?? 0), 1000);
const before = collect();
const work = subject.prepare(article, Number(size));
const ms = runFor(work, 1500);
const result = work();
const held = collect() - before;
const probed: Probed = { ms, held };
process.stdout.write(JSON.stringify({ ...probed, isThere: result !== undefined }));
