import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { variableOfKind } from './browser-candidates.ts';
import type { BrowserKind } from './browser-version.ts';
import { type FoundBrowser, findBrowser, thisMachine } from './find-browser.ts';
import { aptWay, type InstallFacts, type InstallWay, installPlan } from './install-plan.ts';

const run = promisify(execFile);
const installWithinMs = 15 * 60_000;
const lockTouchedEveryMs = 10_000;
const lockIsStaleAfterMs = 60_000;

/**
 * Finds a browser of this kind, or installs one: with apt-get on Debian as root (or with sudo that asks nothing), else downloaded
 * into `.browser`, else by Playwright. Two processes that call it at once wait for one another. Progress goes to `report`.
 * @throws an Error whose message says in one sentence what the user can do, and below it what each way failed with.
 */
export async function ensureBrowser(
  kind: BrowserKind,
  report: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<FoundBrowser> {
  const machine = thisMachine();
  const downloads = join(machine.project, '.browser');
  const found = await findBrowser(kind, machine);
  if (found !== null) return found;
  return await withLock(join(downloads, 'install.lock'), async () => {
    const byAnother = await findBrowser(kind, machine);
    if (byAnother !== null) return byAnother;
    const failures: string[] = [];
    for (const way of installPlan(kind, await installFacts(downloads))) {
      report(`No ${kind} found: installing one with ${way.name} (may take some minutes)…`);
      const failure = await follow(way);
      const installed = await findBrowser(kind, machine);
      if (installed !== null) {
        report(`Installed ${installed.product} ${installed.major} (${installed.executablePath}).`);
        return installed;
      }
      failures.push(`${way.name}: ${failure ?? 'it ended well, but the browser does not run'}`);
    }
    const name = kind === 'chromium' ? 'Chromium 120' : 'Firefox 140';
    throw new Error(
      `Install ${name} or newer yourself, or set ${variableOfKind[kind]} to the path of one.\n${failures.join('\n')}`,
    );
  });
}

/**
 * Has the letters in which the surfaces are drawn that tests compare: a bare Debian has others, which take a third more room. Where they are
 * not there and cannot be installed that is said to `report`.
 */
export async function ensureFonts(
  report: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<void> {
  // Other systems have letters of their own.
  if (platform() !== 'linux' || (await hasFonts())) return;
  const downloads = join(thisMachine().project, '.browser');
  await withLock(join(downloads, 'install.lock'), async () => {
    if (await hasFonts()) return;
    const way = aptWay('fonts-liberation', await installFacts(downloads));
    const failure = way === null ? 'it is done with apt-get as root, on Debian' : await follow(way);
    if (!(await hasFonts()))
      report(
        `Install the Liberation fonts yourself, or some tests of how surfaces look fail: ${failure ?? ''}`,
      );
  });
}

async function hasFonts(): Promise<boolean> {
  // Where Debian's package puts them; a machine need not have the program that lists letters.
  if (existsSync('/usr/share/fonts/truetype/liberation')) return true;
  const { stdout } = await run('fc-list', ['Liberation Sans', 'family']).catch(() => ({ stdout: '' }));
  return stdout.trim() !== '';
}

/** Runs the commands of one way; null when all ended well, else the last lines that the failed one printed. */
async function follow(way: InstallWay): Promise<string | null> {
  for (const [program, ...args] of way.commands) {
    if (program === undefined) continue;
    try {
      const windows = process.platform === 'win32';
      await run(windows && program === 'npx' ? 'npx.cmd' : program, args, {
        timeout: installWithinMs,
        maxBuffer: 64 * 1024 * 1024,
        shell: windows,
      });
    } catch (error) {
      return lastLines(error);
    }
  }
  return null;
}

function lastLines(error: unknown): string {
  const printed = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const text = printed.trim() === '' ? String(error) : printed;
  return text.trim().split('\n').slice(-4).join('\n  ');
}

async function installFacts(downloads: string): Promise<InstallFacts> {
  const root = process.getuid?.() === 0;
  return {
    platform: platform(),
    arch: arch(),
    osRelease: await readFile('/etc/os-release', 'utf8').catch(() => ''),
    root,
    sudoWithoutPassword: !root && platform() === 'linux' && (await succeeds('sudo', ['-n', 'true'])),
    downloads,
  };
}

async function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return await run(program, args, { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Runs `work` while holding a folder as a lock: making a folder either succeeds or says that it exists. The holder touches it,
 * so that one left behind by a killed process is known by its age and taken over.
 */
export async function withLock<T>(
  folder: string,
  work: () => Promise<T>,
  staleAfterMs = lockIsStaleAfterMs,
): Promise<T> {
  await mkdir(join(folder, '..'), { recursive: true });
  while (!(await takeLock(folder, staleAfterMs))) await delay(Math.min(500, staleAfterMs / 4));
  const touch = setInterval(
    () => void utimes(folder, new Date(), new Date()).catch(() => {}),
    lockTouchedEveryMs,
  );
  try {
    return await work();
  } finally {
    clearInterval(touch);
    await rm(folder, { recursive: true, force: true });
  }
}

async function takeLock(folder: string, staleAfterMs: number): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch {
    const age = await stat(folder).then(
      (facts) => Date.now() - facts.mtimeMs,
      () => 0,
    );
    if (age > staleAfterMs) await rm(folder, { recursive: true, force: true });
    return false;
  }
}
