import { readFileSync } from 'node:fs';
import { runFor } from '../measure.ts';
import { subjects } from './subjects.ts';

/** One subject at one size, in a process of its own (grow-in-node.ts): the article comes on standard input. */
export interface Probed {
  /** Processor time, its helper threads included. */
  readonly ms: number;
  /** What the result holds, after a collection. */
  readonly held: number;
  /** By how much the process has grown at most while it worked, over what it had when the input was there. */
  readonly peak: number;
}

const [name = '', size = ''] = process.argv.slice(2);
const subject = subjects[name];
if (subject === undefined) throw new Error(`There is no subject "${name}"`);
const article = readFileSync(0, 'utf8');

const collect = (): number => {
  if (globalThis.gc === undefined) throw new Error('Node was not started with --expose-gc');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

// What is compiled at the first sight of any text is no matter of its length.
runFor(subject.prepare(article, subject.sizes[0] ?? 0), 1000);
const work = subject.prepare(article, Number(size));
const before = collect();
const grown = process.resourceUsage().maxRSS;
const result = work();
const peak = ((process.resourceUsage().maxRSS - grown) * 1024) / 1e6;
const held = collect() - before;
const ms = runFor(work, 1500);
const probed: Probed = { ms, held, peak };
process.stdout.write(JSON.stringify({ ...probed, isThere: result !== undefined }));
