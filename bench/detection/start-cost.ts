import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleForNode } from '../bundle-for-node.ts';
import { median, table } from '../measure.ts';
import { runNode } from '../run-node.ts';

const ENTRIES: readonly (readonly [name: string, entry: string])[] = [
  ['Node alone', 'bench/detection/start-nothing.ts'],
  ['On Record', 'bench/detection/start-ours.ts'],
  ['compromise', 'bench/detection/start-compromise.ts'],
  ['wink-nlp with its English model', 'bench/detection/start-wink.ts'],
];
const rounds = 5;

/** What a process says of itself when it has read the article. */
interface Start {
  /** Processor time from the loading of the script to the first answer, ms. */
  readonly ms: number;
  /** What it holds then, after a collection, Node's own included, MB. */
  readonly heap: number;
}

/** A table of what each contestant costs before it has read anything: size, time to the first answer, memory. */
export async function startCosts(article: string): Promise<string> {
  const files = await Promise.all(
    ENTRIES.map(async ([, entry], i) => {
      const file = resolve(`node_modules/.cache/on-record-start-${process.pid}-${i}.mjs`);
      await bundleForNode(entry, file, true);
      return file;
    }),
  );
  const starts: Start[][] = files.map(() => []);
  try {
    // In turns, so that what else the machine does meets all alike.
    for (let round = 0; round < rounds; round++)
      for (const [i, file] of files.entries()) starts[i]?.push(await runNode<Start>(file, article));
    const rows = await Promise.all(
      ENTRIES.map(async ([name], i) => {
        const bytes = await readFile(files[i] ?? '');
        const middle = (of: (start: Start) => number): number =>
          median((starts[i] ?? []).map(of).toSorted((a, b) => a - b));
        return [
          name,
          (bytes.length / 1000).toFixed(0),
          (gzipSync(bytes).length / 1000).toFixed(0),
          middle(({ ms }) => ms).toFixed(0),
          middle(({ heap }) => heap).toFixed(1),
        ];
      }),
    );
    return table(
      [
        '',
        'kB',
        'kB gzipped',
        'ms of processor until the first article is read',
        'MB held then, Node’s own included',
      ],
      rows,
    );
  } finally {
    for (const file of files) await rm(file, { force: true });
  }
}
