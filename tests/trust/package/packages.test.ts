import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip, type ZipEntry } from '#scripts/reproducible-zip.ts';
import { matches } from '#publishers';

/** What the stores are given: three zips, made here twice, the second time from the sources that the third holds. */

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

/** Runs a script of ours as npm does, not as a part of a test: vite would build components for debugging. */
function run(
  folder: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): void {
  execFileSync(resolve('node_modules/.bin/tsx'), [script, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const read = (folder: string, name: string): Buffer =>
  readFileSync(join(folder, `on-record-${name}-${version}.zip`));

let folder = '';
const zips = new Map<string, readonly ZipEntry[]>();
const text = (name: string, path: string): string =>
  new TextDecoder().decode(zips.get(name)?.find((entry) => entry.path === path)?.bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-packages-'));
  run('.', 'scripts/package.ts', [`--out=${folder}`], {});
  for (const name of ['chrome', 'firefox', 'source']) zips.set(name, readZip(read(folder, name)));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('built twice', () => {
  it('both packages are byte for byte the same, from the source archive in another folder, at another hour, in another language', () => {
    const place = join(folder, 'another', 'place');
    for (const { path, bytes } of zips.get('source') ?? []) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    symlinkSync(resolve('node_modules'), join(place, 'node_modules'));
    const out = join(folder, 'again');
    run(place, 'scripts/package.ts', ['chrome', 'firefox', `--out=${out}`], {
      TZ: 'Pacific/Chatham',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    for (const name of ['chrome', 'firefox']) {
      const again = read(out, name);
      const before = zips.get(name) ?? [];
      // First by name, so that a difference says in which file it is.
      const changed = readZip(again).filter(
        ({ path, bytes }) =>
          !before.some((entry) => entry.path === path && Buffer.from(entry.bytes).equals(bytes)),
      );
      expect(changed.map(({ path }) => path)).toEqual([]);
      expect(again.equals(read(folder, name)), name).toBe(true);
    }
  }, 300_000);
});

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly host_permissions?: unknown;
  readonly version: string;
  readonly web_accessible_resources: readonly { readonly resources: readonly string[] }[];
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
  }[];
}

const common = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'];

describe.each([
  {
    name: 'chrome',
    permissions: [...common, 'sidePanel'],
    without: ['browser_specific_settings', 'sidebar_action'],
  },
  { name: 'firefox', permissions: common, without: ['side_panel', 'minimum_chrome_version'] },
])('the zip for $name', ({ name, permissions, without }) => {
  const manifest = (): Manifest => JSON.parse(text(name, 'manifest.json')) as Manifest;

  it('has the manifest at its root, with the permissions of DESIGN.md and no others', () => {
    const found = manifest();
    expect(found.version).toBe(version);
    expect(found.permissions).toEqual(permissions);
    expect(found.host_permissions).toBeUndefined();
    expect(found.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(Object.keys(found).filter((key) => without.includes(key))).toEqual([]);
    for (const script of found.content_scripts) expect(script.matches).toEqual([...matches]);
  });

  it('shows pages exactly one file, which is there', () => {
    const shown = manifest().web_accessible_resources.flatMap(({ resources }) => resources);
    expect(shown).toEqual(['src/popover/popover.html']);
    expect(text(name, 'src/popover/popover.html')).toContain('<script type="module"');
  });

  it('holds what a package needs and nothing else', () => {
    const paths = (zips.get(name) ?? []).map(({ path }) => path);
    const known =
      /^(?:manifest\.json|LICENSE|NOTICE|service-worker-loader\.js|assets\/[\w.-]+\.(?:js|css)|icons\/[\w-]+\.(?:png|svg)|_locales\/[a-zA-Z_]+\/messages\.json|src\/content\/(?:content|shield)\.js|src\/(\w+)\/\1\.html)$/;
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    for (const path of [
      'manifest.json',
      'NOTICE',
      'LICENSE',
      'src/content/content.js',
      '_locales/en/messages.json',
    ])
      expect(paths).toContain(path);
  });

  it('names no source map, no folder of a machine, and no host of development', () => {
    for (const { path, bytes } of zips.get(name) ?? []) {
      if (!/\.(?:js|css|html|json)$/.test(path)) continue;
      const words = new TextDecoder().decode(bytes);
      expect(words, path).not.toContain('sourceMappingURL');
      for (const place of [process.cwd(), tmpdir() + '/', '/home/', '/Users/', 'node_modules/.', 'file:///'])
        expect(words.includes(place), `${path}: ${place}`).toBe(false);
      // The reader's own machine is in the manifest by design; a port on it, a socket and vite's client would be a developer's.
      expect(words, path).not.toMatch(
        /(?:localhost|127\.0\.0\.1):\d|wss?:\/\/|@vite|import\.meta\.hot|__vite_/,
      );
    }
  });
});

describe('the source archive', () => {
  it('holds what a reviewer builds from, and says how', () => {
    const paths = (zips.get('source') ?? []).map(({ path }) => path);
    for (const path of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'docs/build-for-amo.md',
      'vite.config.ts',
      'LICENSE',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /node_modules|^dist\/|^tests\//.test(path))).toEqual([]);
  });
});

it('sbom.cdx.json and NOTICE say of each package what a build of now holds of it', () => {
  // Ends badly, and says what to do, where they do not.
  run('.', 'scripts/sbom.ts', ['--check'], {});
}, 120_000);
