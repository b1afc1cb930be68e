import type { Bundled } from './bundled-packages.ts';
import { type Lock, type LockedPackage, ownWords } from './package-lock.ts';

interface Component {
  readonly type: 'application' | 'library';
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  /** `required`: its code is in the package. `excluded`: it is installed, and nothing of it is. */
  readonly scope?: 'required' | 'excluded';
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses: readonly (
    | { readonly license: { readonly id: string } }
    | { readonly expression: string }
  )[];
  readonly purl: string;
  readonly externalReferences?: readonly { readonly type: 'vcs'; readonly url: string }[];
  /** In which parts of the built package it is. */
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), without a time or a random number: it is the same for the same package. */
export interface Bom {
  readonly $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json';
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** @param bundled what the built package holds; all else that is installed for run time is listed as excluded */
export function bomOf(lock: Lock, bundled: Bundled): Bom {
  const listed = lock.packages.filter(({ path, isDev }) => !isDev || bundled.has(path));
  const byPath = new Map(listed.map((one) => [one.path, one]));
  const references = (paths: readonly string[]): readonly string[] =>
    paths.flatMap((path) => {
      const one = byPath.get(path);
      return one === undefined ? [] : [purlOf(one)];
    });
  const root = `pkg:npm/${lock.name}@${lock.version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: lock.name,
        version: lock.version,
        licenses: [{ license: { id: 'MIT' } }],
        purl: root,
      },
    },
    components: listed.map((one) => componentOf(one, bundled.get(one.path) ?? [])),
    dependencies: [
      { ref: root, dependsOn: references(lock.needs) },
      ...listed.map((one) => ({ ref: purlOf(one), dependsOn: references(one.needs) })),
    ],
  };
}

function componentOf(one: LockedPackage, parts: readonly string[]): Component {
  const [, group, name = one.name] = /^(@[^/]+)\/(.+)$/.exec(one.name) ?? [];
  const { source } = ownWords(one.path);
  const isExpression = /\s/.test(one.licence);
  return {
    type: 'library',
    'bom-ref': purlOf(one),
    ...(group === undefined ? {} : { group }),
    name,
    version: one.version,
    scope: parts.length > 0 ? 'required' : 'excluded',
    hashes: [{ alg: 'SHA-512', content: hexOf(one.integrity) }],
    licenses: [isExpression ? { expression: one.licence } : { license: { id: one.licence } }],
    purl: purlOf(one),
    ...(source === '' ? {} : { externalReferences: [{ type: 'vcs', url: source }] }),
    ...(parts.length === 0 ? {} : { properties: parts.map((value) => ({ name: 'on-record:part', value })) }),
  };
}

/** https://github.com/package-url/purl-spec: the scope's @ is written as %40. */
const purlOf = ({ name, version }: LockedPackage): string =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** npm writes a hash as base64, CycloneDX in hexadecimal. */
const hexOf = (integrity: string): string =>
  Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
