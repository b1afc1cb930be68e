import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { ensureBrowser } from '../../scripts/install-browser.ts';

/** What a part was measured with, besides Node. */
export interface MeasuredWith {
  /** Names of packages. */
  readonly peers?: readonly string[];
  readonly needsBrowser?: boolean;
}

const load = (): string => loadavg()[0]?.toFixed(1) ?? '?';

/**
 * Begins a part. Answers what makes the line that says when, on what machine and with what it was measured, and how busy the machine was.
 * @param note what else is to be said of this run, or nothing
 */
export function beginMeasuring({
  peers = [],
  needsBrowser = false,
}: MeasuredWith): (note: string) => Promise<string> {
  const started = performance.now();
  const before = load();
  return async (note) => {
    const minutes = (performance.now() - started) / 60_000;
    const versions = [
      `Node ${process.version.slice(1)}`,
      ...(needsBrowser ? [await chromiumVersion()] : []),
      ...peers.map((name) => `${name} ${installedVersion(name)}`),
    ];
    const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
    const what = [
      `${when} UTC`,
      machine(),
      versions.join(', '),
      `load ${before} before and ${load()} after, ${minutes.toFixed(1)} minutes`,
      ...(note === '' ? [] : [note]),
    ];
    return `*${what.join('; ')}.*`;
  };
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${first?.model.trim() ?? 'unknown processor'} × ${cpus().length}, ${memory} GB, ${type()} ${release()}`;
}

function installedVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    readonly version: string;
  };
  return version;
}

/** As it says itself: "Chromium 142.0.7444.59". */
async function chromiumVersion(): Promise<string> {
  const { executablePath, product } = await ensureBrowser('chromium');
  const printed = execFileSync(executablePath, ['--version'], { encoding: 'utf8' });
  return `${product} ${/\d+(?:\.\d+)+/.exec(printed)?.[0] ?? 'of unknown version'}`;
}
