import type { BrowserKind } from './browser-version.ts';

/** One way to get a browser: the commands, run in order, and what to call it in a progress line. */
export interface InstallWay {
  readonly name: 'apt-get' | '@puppeteer/browsers' | 'Playwright';
  readonly commands: readonly (readonly string[])[];
}

/** What decides how a browser can be installed. */
export interface InstallFacts {
  readonly platform: string;
  readonly arch: string;
  /** The contents of /etc/os-release, or an empty string. */
  readonly osRelease: string;
  readonly root: boolean;
  /** `sudo -n true` succeeds. */
  readonly sudoWithoutPassword: boolean;
  /** The folder for our own downloads. */
  readonly downloads: string;
}

const aptPackage: Readonly<Record<BrowserKind, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };
const downloadName: Readonly<Record<BrowserKind, string>> = {
  chromium: 'chrome@stable',
  firefox: 'firefox@stable',
};

/** Whether the system is Debian or made from it directly. Ubuntu's packages only fetch a snap, which needs a running snapd. */
export function hasBrowserPackages(osRelease: string): boolean {
  const value = (key: string): string[] => {
    const line = osRelease.split('\n').find((candidate) => candidate.startsWith(`${key}=`)) ?? '';
    return line
      .slice(key.length + 1)
      .replaceAll('"', '')
      .trim()
      .split(/\s+/);
  };
  const family = [...value('ID'), ...value('ID_LIKE')];
  return family.includes('debian') && !family.includes('ubuntu');
}

/** How Debian's package of this name is installed here; null where that cannot be. */
export function aptWay(name: string, facts: InstallFacts): InstallWay | null {
  const mayInstall = facts.root || facts.sudoWithoutPassword;
  if (facts.platform !== 'linux' || !mayInstall || !hasBrowserPackages(facts.osRelease)) return null;
  const apt = [...(facts.root ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  const lock = ['-o', 'DPkg::Lock::Timeout=600'];
  const install = ['install', '-y', '-q', '--no-install-recommends', name];
  return {
    name: 'apt-get',
    commands: [
      [...apt, 'update', '-q'],
      [...apt, ...lock, ...install],
    ],
  };
}

/** The ways to install a browser here, best first; each is tried when those before it failed. */
export function installPlan(kind: BrowserKind, facts: InstallFacts): InstallWay[] {
  const ways: InstallWay[] = [];
  const mayInstall = facts.root || facts.sudoWithoutPassword;
  const withApt = aptWay(aptPackage[kind], facts);
  if (withApt !== null) ways.push(withApt);
  // Chrome for Testing is not built for Linux on ARM.
  if (kind === 'firefox' || facts.platform !== 'linux' || facts.arch === 'x64') {
    const install = ['install', downloadName[kind], '--path', facts.downloads];
    ways.push({
      name: '@puppeteer/browsers',
      commands: [['npx', '--yes', '@puppeteer/browsers', ...install]],
    });
  }
  const withLibraries = facts.platform === 'linux' && mayInstall ? ['--with-deps'] : [];
  ways.push({
    name: 'Playwright',
    commands: [['npx', '--yes', 'playwright@latest', 'install', ...withLibraries, kind]],
  });
  return ways;
}
