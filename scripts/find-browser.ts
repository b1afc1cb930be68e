import { execFile } from 'node:child_process';
import { access, constants, readFile, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  type Machine,
  downloadFolders,
  inUsualPlaces,
  isDownloadedProgram,
  mayHold,
  onPath,
  variableOfKind,
} from './browser-candidates.ts';
import {
  type BrowserKind,
  type BrowserVersion,
  isBranded,
  parseVersion,
  unfitness,
} from './browser-version.ts';

/** A browser that is there, runs, and is new enough. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly product: string;
  readonly major: number;
}

/** How many folders deep a downloaded browser's program lies at most (macOS: inside its .app). */
const deepestProgram = 7;
const answerWithinMs = 30_000;
const run = promisify(execFile);

/** This machine, with this project's folder. */
export function thisMachine(): Machine {
  const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
  const project = dirname(dirname(fileURLToPath(import.meta.url)));
  return { platform, env: process.env, home: homedir(), project };
}

/** A Chromium, Chrome for Testing or, failing these, a vendor's Chrome of at least version 120; null when there is none. */
export function findChromium(machine: Machine = thisMachine()): Promise<FoundBrowser | null> {
  return findBrowser('chromium', machine);
}

/**
 * Looks where the user says (CHROMIUM, FIREFOX), then on PATH, in the usual places and in download folders. Each candidate is
 * run with `--version`.
 * @throws when the user's variable names something that cannot be used: silently taking another browser would surprise.
 */
export async function findBrowser(kind: BrowserKind, machine: Machine): Promise<FoundBrowser | null> {
  const variable = variableOfKind[kind];
  const named = machine.env[variable];
  if (named !== undefined && named !== '') {
    const version = await versionOf(named, machine);
    const unfit = version === null ? 'does-not-run' : unfitness(kind, version);
    if (version === null || unfit !== null) {
      throw new Error(
        `${variable}=${named} cannot be used (${unfit}): name another browser or unset ${variable}.`,
      );
    }
    return { executablePath: named, ...version };
  }
  let branded: FoundBrowser | null = null;
  const tried = new Set<string>();
  for (const path of [
    ...onPath(kind, machine),
    ...inUsualPlaces(kind, machine),
    ...(await downloaded(kind, machine)),
  ]) {
    const real = await realpath(path).catch(() => null);
    if (real === null || tried.has(real)) continue;
    tried.add(real);
    const version = await versionOf(path, machine);
    if (version === null || unfitness(kind, version) !== null) continue;
    const found = { executablePath: path, ...version };
    if (!isBranded(version)) return found;
    branded ??= found;
  }
  return branded;
}

/** The newest first, since the names of download folders end in a rising number. */
async function downloaded(kind: BrowserKind, machine: Machine): Promise<string[]> {
  const found: string[] = [];
  for (const root of downloadFolders(machine)) {
    const folders = (await subfolders(root)).filter((name) => mayHold(kind, name));
    folders.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    for (const folder of folders) found.push(...(await programsIn(kind, join(root, folder), deepestProgram)));
  }
  return found;
}

async function subfolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function programsIn(kind: BrowserKind, folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const programs = entries.filter((entry) => entry.isFile() && isDownloadedProgram(kind, entry.name));
  if (programs.length > 0 || depth === 0) return programs.map((entry) => join(folder, entry.name));
  const below = entries.filter(
    (entry) => entry.isDirectory() && !/^(?:locales|Frameworks|Resources)$/.test(entry.name),
  );
  below.sort((a, b) => b.name.localeCompare(a.name, 'en', { numeric: true }));
  const found: string[] = [];
  for (const entry of below) found.push(...(await programsIn(kind, join(folder, entry.name), depth - 1)));
  return found;
}

/** What the program says it is; null when it is not there, cannot be run, or answers with something else. */
async function versionOf(path: string, machine: Machine): Promise<BrowserVersion | null> {
  try {
    await access(path, constants.X_OK);
    if (machine.platform === 'win32') return await versionBeside(path);
    const { stdout } = await run(path, ['--version'], { timeout: answerWithinMs });
    return parseVersion(stdout);
  } catch {
    return null;
  }
}

/** On Windows `--version` opens a window and prints nothing: the files beside the program tell its version. */
async function versionBeside(path: string): Promise<BrowserVersion | null> {
  const folder = dirname(path);
  if (/^firefox/i.test(basename(path))) {
    const ini = await readFile(join(folder, 'application.ini'), 'utf8');
    return parseVersion(`Firefox ${/^Version=(\S+)/m.exec(ini)?.[1] ?? ''}`);
  }
  const product = /Edge/.test(path)
    ? 'Microsoft Edge'
    : /Google\\Chrome\\/.test(path)
      ? 'Google Chrome'
      : 'Chromium';
  const entries = await readdir(folder);
  const version = entries
    .map((name) => /^(\d+(?:\.\d+){3})(?:\.manifest)?$/.exec(name)?.[1])
    .find((name) => name);
  return parseVersion(`${product} ${version ?? ''}`);
}
