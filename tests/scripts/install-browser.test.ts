import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '#scripts/install-browser.ts';
import { type InstallFacts, hasBrowserPackages, installPlan, aptWay } from '#scripts/install-plan.ts';

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n';
const ubuntu = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
const mint = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';
const bare: InstallFacts = {
  platform: 'linux',
  arch: 'x64',
  osRelease: debian,
  root: true,
  sudoWithoutPassword: false,
  downloads: '/project/.browser',
};

test.each([
  ['Debian', debian, true],
  ['Raspbian', 'ID=raspbian\nID_LIKE=debian\n', true],
  ['Ubuntu', ubuntu, false],
  ['Mint', mint, false],
  ['Fedora', 'ID=fedora\n', false],
  ['an empty file', '', false],
])('%s has packages of browsers: %s', (_name, osRelease, expected) => {
  expect(hasBrowserPackages(osRelease)).toBe(expected);
});

describe('installPlan', () => {
  const names = (facts: Partial<InstallFacts>) =>
    installPlan('chromium', { ...bare, ...facts }).map((way) => way.name);

  test.each<[string, Partial<InstallFacts>, string[]]>([
    ['root on Debian', {}, ['apt-get', '@puppeteer/browsers', 'Playwright']],
    [
      'sudo on Debian',
      { root: false, sudoWithoutPassword: true },
      ['apt-get', '@puppeteer/browsers', 'Playwright'],
    ],
    ['a user on Debian', { root: false }, ['@puppeteer/browsers', 'Playwright']],
    ['root on Ubuntu', { osRelease: ubuntu }, ['@puppeteer/browsers', 'Playwright']],
    ['root on Debian on ARM', { arch: 'arm64' }, ['apt-get', 'Playwright']],
    [
      'a user on macOS',
      { platform: 'darwin', arch: 'arm64', osRelease: '', root: false },
      ['@puppeteer/browsers', 'Playwright'],
    ],
    [
      'a user on Windows',
      { platform: 'win32', osRelease: '', root: false },
      ['@puppeteer/browsers', 'Playwright'],
    ],
  ])('%s', (_name, facts, expected) => {
    expect(names(facts)).toEqual(expected);
  });

  test('apt-get updates first, asks nothing and waits for the lock of another apt-get', () => {
    const [way] = installPlan('firefox', { ...bare, root: false, sudoWithoutPassword: true });
    const lines = way?.commands.map((command) => command.join(' ')) ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('sudo -n env DEBIAN_FRONTEND=noninteractive apt-get update -q');
    expect(lines[1]).toMatch(/DPkg::Lock::Timeout=\d+ install -y .*--no-install-recommends firefox-esr$/);
  });

  test('letters are installed where a package can be', () => {
    const last = aptWay('fonts-liberation', bare)?.commands.at(-1) ?? [];
    expect(last.at(-1)).toBe('fonts-liberation');
    expect(aptWay('fonts-liberation', { ...bare, root: false })).toBeNull();
    expect(aptWay('fonts-liberation', { ...bare, osRelease: ubuntu })).toBeNull();
    expect(aptWay('fonts-liberation', { ...bare, platform: 'darwin' })).toBeNull();
  });

  test('only one who may install asks Playwright for system libraries', () => {
    const last = (facts: Partial<InstallFacts>) =>
      installPlan('chromium', { ...bare, ...facts }).at(-1)?.commands[0];
    expect(last({})).toContain('--with-deps');
    expect(last({ root: false })).not.toContain('--with-deps');
    expect(last({ platform: 'darwin' })).not.toContain('--with-deps');
  });
});

describe('withLock', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'install-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('lets one in at a time, also after one failed', async () => {
    const lock = join(folder, 'deep', 'lock');
    let inside = 0;
    const job = async (fails: boolean) => {
      inside += 1;
      expect(inside).toBe(1);
      await delay(20);
      inside -= 1;
      if (fails) throw new Error('failed');
      return 'done';
    };
    const all = [
      withLock(lock, () => job(true), 1_000),
      withLock(lock, () => job(false), 1_000),
      withLock(lock, () => job(false), 1_000),
    ];
    const results = await Promise.allSettled(all);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  test('takes over a lock that a killed process left', async () => {
    const lock = join(folder, 'lock');
    await mkdir(lock);
    await utimes(lock, new Date(0), new Date(0));
    expect(await withLock(lock, () => Promise.resolve('in'), 1_000)).toBe('in');
  });
});
