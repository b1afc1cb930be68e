import type { BrowserKind } from './browser-version.ts';

/** The machine as far as looking for a browser goes: handed in, so that every system can be tested on any. */
export interface Machine {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The project's own folder, where `.browser` lies. */
  readonly project: string;
}

const namesOnPath: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'ungoogled-chromium',
    'chrome',
    'google-chrome-stable',
    'google-chrome',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
};

/** The variable by which a user names the browser: CHROMIUM=/path or FIREFOX=/path. */
export const variableOfKind: Readonly<Record<BrowserKind, string>> = {
  chromium: 'CHROMIUM',
  firefox: 'FIREFOX',
};

function join(machine: Machine, ...parts: readonly string[]): string {
  return parts.join(machine.platform === 'win32' ? '\\' : '/');
}

/** Every place on PATH where a browser of this kind would be, in the order of PATH within each name. */
export function onPath(kind: BrowserKind, machine: Machine): string[] {
  const windows = machine.platform === 'win32';
  const path = machine.env['PATH'] ?? machine.env['Path'] ?? '';
  const folders = path.split(windows ? ';' : ':').filter((folder) => folder !== '');
  return namesOnPath[kind].flatMap((name) =>
    folders.map((folder) => join(machine, folder, windows ? `${name}.exe` : name)),
  );
}

const placesOnMac: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
};

const placesOnWindows: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'Mozilla Firefox\\firefox.exe',
    'Firefox Developer Edition\\firefox.exe',
    'Firefox Nightly\\firefox.exe',
  ],
};

const placesOnLinux: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
};

/** The places where each system's installers put a browser of this kind. */
export function inUsualPlaces(kind: BrowserKind, machine: Machine): string[] {
  if (machine.platform === 'linux') return [...placesOnLinux[kind]];
  if (machine.platform === 'darwin') {
    const folders = ['/Applications', join(machine, machine.home, 'Applications')];
    return placesOnMac[kind].flatMap((place) => folders.map((folder) => `${folder}/${place}`));
  }
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => machine.env[name])
    .filter((root) => root !== undefined && root !== '');
  return placesOnWindows[kind].flatMap((place) => roots.map((root) => `${root}\\${place}`));
}

/** Folders in which tools keep browsers that they downloaded: ours, Playwright's, Puppeteer's. */
export function downloadFolders(machine: Machine): string[] {
  const { env, home, platform } = machine;
  const caches =
    platform === 'darwin'
      ? join(machine, home, 'Library', 'Caches')
      : platform === 'win32'
        ? (env['LOCALAPPDATA'] ?? join(machine, home, 'AppData', 'Local'))
        : (env['XDG_CACHE_HOME'] ?? join(machine, home, '.cache'));
  const named = env['PLAYWRIGHT_BROWSERS_PATH'];
  return [
    join(machine, machine.project, '.browser'),
    named !== undefined && named !== '' && named !== '0' ? named : join(machine, caches, 'ms-playwright'),
    env['PUPPETEER_CACHE_DIR'] ?? join(machine, home, '.cache', 'puppeteer'),
  ];
}

const downloadedProgram: Readonly<Record<BrowserKind, RegExp>> = {
  chromium: /^chrome(?:\.exe)?$|^(?:Chromium|Google Chrome for Testing)$/,
  firefox: /^firefox(?:\.exe)?$/,
};

/** Whether a file in a download folder is the browser's own program and not one of its parts; `name` is the last part of its path. */
export function isDownloadedProgram(kind: BrowserKind, name: string): boolean {
  return downloadedProgram[kind].test(name);
}

/** Whether a folder in a download folder may hold a browser of this kind: "chromium-1187", "chrome", "firefox-1490". */
export function mayHold(kind: BrowserKind, folder: string): boolean {
  if (/headless/i.test(folder)) return false;
  return kind === 'chromium' ? /^chrom(?:e|ium)(?:-|$)/.test(folder) : /^firefox(?:-|$)/.test(folder);
}
