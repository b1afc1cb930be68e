import { describe, expect, test } from 'vitest';
import {
  type Machine,
  downloadFolders,
  inUsualPlaces,
  isDownloadedProgram,
  mayHold,
  onPath,
} from '#scripts/browser-candidates.ts';

const linux: Machine = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin::/usr/bin' },
  home: '/home/eve',
  project: '/home/eve/on-record',
};
const mac: Machine = {
  platform: 'darwin',
  env: { PATH: '/usr/bin' },
  home: '/Users/eve',
  project: '/Users/eve/or',
};
const windows: Machine = {
  platform: 'win32',
  env: {
    Path: 'C:\\Windows;D:\\tools',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\eve\\AppData\\Local',
  },
  home: 'C:\\Users\\eve',
  project: 'C:\\or',
};

describe('onPath', () => {
  test('tries every name in every folder, unbranded names first, and skips empty folders', () => {
    const paths = onPath('chromium', linux);
    expect(paths.slice(0, 2)).toEqual(['/usr/local/bin/chromium', '/usr/bin/chromium']);
    expect(paths.indexOf('/usr/bin/chromium')).toBeLessThan(paths.indexOf('/usr/bin/google-chrome'));
    expect(paths.every((path) => /^\/usr\/(?:local\/)?bin\/[a-z-]+$/.test(path))).toBe(true);
  });
  test('knows the separators of Windows', () => {
    expect(onPath('firefox', windows)).toContain('D:\\tools\\firefox.exe');
  });
  test('is empty without PATH', () => {
    expect(onPath('firefox', { ...linux, env: {} })).toEqual([]);
  });
});

test.each([
  [linux, 'chromium', '/usr/bin/chromium'],
  [linux, 'firefox', '/usr/bin/firefox-esr'],
  [mac, 'chromium', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  [mac, 'firefox', '/Users/eve/Applications/Firefox.app/Contents/MacOS/firefox'],
  [windows, 'chromium', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'],
  [windows, 'firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
] as const)('usual places on $platform: %s', (machine, kind, place) => {
  expect(inUsualPlaces(kind, machine)).toContain(place);
});

test.each([
  [linux, ['/home/eve/on-record/.browser', '/home/eve/.cache/ms-playwright', '/home/eve/.cache/puppeteer']],
  [mac, ['/Users/eve/or/.browser', '/Users/eve/Library/Caches/ms-playwright', '/Users/eve/.cache/puppeteer']],
  [
    windows,
    [
      'C:\\or\\.browser',
      'C:\\Users\\eve\\AppData\\Local\\ms-playwright',
      'C:\\Users\\eve\\.cache\\puppeteer',
    ],
  ],
  [
    { ...linux, env: { PLAYWRIGHT_BROWSERS_PATH: '/pw', PUPPETEER_CACHE_DIR: '/pp' } },
    ['/home/eve/on-record/.browser', '/pw', '/pp'],
  ],
] as const)('download folders on $platform', (machine, folders) => {
  expect(downloadFolders(machine)).toEqual(folders);
});

test.each([
  ['chromium', 'chromium-1187', true],
  ['chromium', 'chrome', true],
  ['chromium', 'chromium_headless_shell-1187', false],
  ['chromium', 'chrome-headless-shell', false],
  ['chromium', 'firefox-1490', false],
  ['firefox', 'firefox-1490', true],
  ['firefox', 'firefox', true],
  ['firefox', 'ffmpeg-1011', false],
] as const)('%s may lie in %s: %s', (kind, folder, expected) => {
  expect(mayHold(kind, folder)).toBe(expected);
});

test.each([
  ['chromium', 'chrome', true],
  ['chromium', 'chrome.exe', true],
  ['chromium', 'Google Chrome for Testing', true],
  ['chromium', 'chrome_crashpad_handler', false],
  ['firefox', 'firefox', true],
  ['firefox', 'firefox-bin', false],
] as const)('%s: %s is the program: %s', (kind, name, expected) => {
  expect(isDownloadedProgram(kind, name)).toBe(expected);
});
