import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../bench/bundle-for-node.ts';

/** `npm run bench`: measures, prints the tables and writes them into bench/RESULTS.md (bench/bench.ts). */
const outfile = resolve(`node_modules/.cache/on-record-bench-${process.pid}.mjs`);
await bundleForNode('bench/bench.ts', outfile);
try {
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(outfile, { force: true });
}
