import { execFile } from 'node:child_process';

/**
 * Runs a script in a Node of its own, whose memory is measured apart from ours.
 * @param file what it runs; it prints its answer as JSON on standard output
 * @param input what it gets on standard input
 */
export function runNode<T>(file: string, input: string, ...args: readonly string[]): Promise<T> {
  return new Promise((done, failed) => {
    const child = execFile(
      process.execPath,
      ['--expose-gc', file, ...args],
      { maxBuffer: 1e8 },
      (error, printed) => {
        if (error) failed(error);
        else done(JSON.parse(printed) as T);
      },
    );
    child.stdin?.end(input);
  });
}
