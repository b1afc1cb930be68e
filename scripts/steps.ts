import { spawn } from 'node:child_process';

/** One part of the check: a command, and how to read the number of its tests from what it printed. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Where the command prints counts; without it the step itself counts as one test. */
  readonly count?: (output: string) => Count | null;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Reads vitest's closing `Tests  1 failed | 2 passed (3)`. */
export function vitestCount(output: string): Count | null {
  const plain = output.replaceAll(/\u001B\[[\d;]*m/g, '');
  const line = plain.split('\n').findLast((text) => /^\s*Tests\s+\d/.test(text));
  if (line === undefined) return null;
  const number = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: number('passed'), failed: number('failed') };
}

/** Runs a step, showing what it prints. A command that ends badly always counts at least one failure. */
export async function runStep(step: Step): Promise<Count> {
  const [program, ...args] = step.command;
  let output = '';
  const code = await new Promise<number>((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    const show = (chunk: Buffer): void => {
      output += chunk.toString();
      process.stdout.write(chunk);
    };
    child.stdout.on('data', show);
    child.stderr.on('data', show);
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  const count = step.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  return code === 0 ? count : { passed: count.passed, failed: Math.max(1, count.failed) };
}
