import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Bom, bomOf } from '#scripts/cyclonedx.ts';
import { noticesHead, withNoticesOf } from '#scripts/licence-notices.ts';
import { readLock } from '#scripts/package-lock.ts';
import { cycloneDxValidator } from './cyclonedx-schema.ts';

/** What others wrote and we build in: which version, under what licence, and that none of it runs when it is installed. */

interface Own {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const own = JSON.parse(readFileSync('package.json', 'utf8')) as Own;
const lock = readLock();
const bom = JSON.parse(readFileSync('sbom.cdx.json', 'utf8')) as Bom;
const direct = Object.entries({ ...own.dependencies, ...own.devDependencies });

describe('Every dependency is pinned', () => {
  it.each(direct)('%s is of one version, the one that package-lock.json has', (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(lock.packages.find(({ path }) => path === `node_modules/${name}`)?.version).toBe(version);
  });

  it('and each that those need, by the hash of its file', () => {
    const loose = lock.packages.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity));
    expect(loose.map(({ path }) => path)).toEqual([]);
    expect(lock.packages.length).toBeGreaterThan(direct.length);
    // No place is named from which npm would take another file than its registry's.
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(
      /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/,
    );
  });
});

describe('No install script is needed', () => {
  it('and none is run: npm ci in this folder leaves them out, so that every build shows it', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(readFileSync('package.json', 'utf8')).not.toMatch(/"(?:pre|post)?install"|"prepare"/);
  });

  it('only these would have one, and neither is in the package', () => {
    const scripted = lock.packages.filter(({ hasInstallScript }) => hasInstallScript);
    // core-js-pure prints an advertisement; esbuild looks whether its program is there; fsevents is for macOS.
    expect(scripted.map(({ name }) => name)).toEqual(
      expect.arrayContaining(scripted.map(({ name }) => name).filter((name) => known.has(name))),
    );
    expect(scripted.filter(({ name }) => !known.has(name))).toEqual([]);
    expect(scripted.filter(({ isDev }) => !isDev)).toEqual([]);
  });
  const known = new Set(['core-js-pure', 'esbuild', 'fsevents']);
});

describe('The bill of materials', () => {
  it('is what CycloneDX 1.6 says', () => {
    const validate = cycloneDxValidator();
    expect(validate(bom), JSON.stringify(validate.errors)).toBe(true);
    const [first] = bom.components;
    expect(validate({ ...bom, components: [{ ...first, scope: 'perhaps' }] })).toBe(false);
    expect(validate({ ...bom, components: [{ ...first, licenses: [{ license: { id: 'My own' } }] }] })).toBe(
      false,
    );
  });

  it('names all that package-lock.json has for run time, as it is there', () => {
    const scripts = new Map(
      bom.components.map((component) => [
        component['bom-ref'],
        (component.properties ?? []).map(({ value }) => value),
      ]),
    );
    const bundled = new Map(
      lock.packages.flatMap(({ path, name, version }) => {
        const found = scripts.get(`pkg:npm/${name.replace(/^@/, '%40')}@${version}`) ?? [];
        return found.length === 0 ? [] : [[path, found] as const];
      }),
    );
    expect(bomOf(lock, bundled), 'Run `npm run sbom`, and read what it changed.').toEqual(bom);
  });
});

describe('Licences', () => {
  /** What may be built in under the MIT licence of the whole; each but the first three asks for words of its own, which NOTICE has. */
  const allowed = ['MIT', 'ISC', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'CPAL-1.0 OR AGPL-1.0'];

  it('of what is installed for run time are among those that we may give on', () => {
    const others = lock.packages.filter(({ isDev, licence }) => !isDev && !allowed.includes(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it('are those that each package itself names', () => {
    for (const { path, licence, isDev } of lock.packages) {
      if (isDev || !existsSync(`${path}/package.json`)) continue;
      const said = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { license: string };
      expect(licence, path).toBe(said.license);
    }
  });

  it('are in NOTICE, with whose the code is', () => {
    const notice = readFileSync('NOTICE', 'utf8');
    expect(withNoticesOf(notice, bom, lock), 'Run `npm run sbom`, and read what it changed.').toBe(notice);
    const [, list = ''] = notice.split(`\n${noticesHead}`);
    for (const { group, name, version, scope } of bom.components) {
      const full = `${group === undefined ? '' : `${group}/`}${name} ${version} (`;
      expect(list.includes(`\n${full}`), full).toBe(scope === 'required');
    }
    expect(list.match(/Copyright|\(c\)|©/gi)?.length ?? 0).toBeGreaterThan(20);
    expect(list).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  });
});

it('the version is one everywhere, and a semantic one', () => {
  const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as { readonly version: string };
  expect(own.version).toMatch(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/);
  expect([manifest.version, lock.version]).toEqual([own.version, own.version]);
});
