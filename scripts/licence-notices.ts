import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Bom } from './cyclonedx.ts';
import { type Lock, ownWords } from './package-lock.ts';

/** Begins the part of NOTICE that is written by `npm run sbom`. What stands above it is written by hand. */
export const noticesHead = 'Libraries whose code is in the built package';

/** A licence longer than this is named by its address, as it allows. */
const longest = 3_000;
const addresses: Readonly<Record<string, string>> = {
  'MPL-2.0': 'https://www.mozilla.org/MPL/2.0/',
  'CPAL-1.0 OR AGPL-1.0': 'https://opensource.org/license/cpal_1-0',
  'Apache-2.0': 'https://www.apache.org/licenses/LICENSE-2.0',
};
const copyright = /^\W*(?:copyright\b|\(c\)|©).*\d|^\W*copyright \(c\)/i;

interface Holder {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly source: string;
  /** Who holds the rights, a line each. */
  readonly holders: readonly string[];
  /** What one may do, without the lines above. */
  readonly terms: string;
}

/** NOTICE with its last part written anew: each library in the package with its holders, and each different text of a licence once. */
export function withNoticesOf(notice: string, bom: Bom, lock: Lock): string {
  const at = notice.indexOf(`\n${noticesHead}`);
  const ours = (at < 0 ? notice : notice.slice(0, at)).trimEnd();
  return `${ours}\n\n${noticesOf(bom, lock)}`;
}

function noticesOf(bom: Bom, lock: Lock): string {
  const required = new Set(
    bom.components.filter(({ scope }) => scope === 'required').map((component) => component['bom-ref']),
  );
  const holders = lock.packages
    .filter(({ name, version }) => required.has(`pkg:npm/${name.replace(/^@/, '%40')}@${version}`))
    .map(({ path, name, version, licence }) => holderOf(path, name, version, licence));
  const texts = new Map<string, Holder[]>();
  for (const holder of holders) {
    const key = `${holder.licence}\n${sameText(holder.terms)}`;
    texts.set(key, [...(texts.get(key) ?? []), holder]);
  }
  const parts = [...texts.values()].map((group) => {
    const lines = group.flatMap(({ name, version, licence, source, holders }) => [
      `${name} ${version} (${licence})${source === '' ? '' : `, ${source}`}`,
      ...holders.map((line) => `    ${line}`),
    ]);
    return [...lines, '', ...(group[0]?.terms ?? '').split('\n').map((line) => `    ${line}`.trimEnd())].join(
      '\n',
    );
  });
  const about = 'Written by `npm run sbom`; sbom.cdx.json says where in the package each of them is.';
  return `${noticesHead}\n    ${about}\n\n${parts.join('\n\n')}\n`;
}

const sameText = (terms: string): string =>
  terms
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

function holderOf(path: string, name: string, version: string, licence: string): Holder {
  const file = existsSync(path)
    ? readdirSync(path).find((file) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(file))
    : undefined;
  const text = file === undefined ? '' : readFileSync(`${path}/${file}`, 'utf8').replaceAll('\r', '').trim();
  const { author, source } = ownWords(path);
  const said = text.split('\n').filter((line) => copyright.test(line));
  const terms = text
    .split('\n')
    .filter(
      (line) => !copyright.test(line) && !/^\W*(?:the )?(?:MIT|ISC) License(?: \(MIT\))?\W*$/i.test(line),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return {
    name,
    version,
    licence,
    source,
    holders: said.length > 0 ? said.map((line) => line.trim()) : [`Copyright (c) ${author}`],
    terms: terms.length > longest || terms === '' ? `The text of this licence: ${addressOf(licence)}` : terms,
  };
}

const addressOf = (licence: string): string =>
  addresses[licence] ?? `https://spdx.org/licenses/${licence}.html`;
