import { readFileSync } from 'node:fs';

/**
 * Reads the article from standard input once and prints what that cost, with the loading of the script (start-cost.ts).
 * @param read what it finds is held while the memory is measured
 */
export function tellStart(read: (article: string) => unknown): void {
  const article = readFileSync(0, 'utf8');
  const found = read(article);
  const { user, system } = process.cpuUsage();
  if (globalThis.gc === undefined) throw new Error('Node was not started with --expose-gc');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  // Read once more, so that neither the reader nor what it found is gone by then.
  const isThere = found !== undefined && read(article) !== undefined;
  const [ms, heap] = [(user + system) / 1000, (heapUsed + external) / 1e6];
  process.stdout.write(JSON.stringify({ ms, heap, isThere }));
}
