import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quotationEvidence, readingEvidence } from '#core/detect/evidence.ts';
import { keyWords, ownKeys } from '#core/own-keys.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** The first cells of the tables of a page of docs/. */
const firstCells = (name: string): string =>
  read(`docs/${name}`)
    .split('\n')
    .flatMap((line) => (line.startsWith('| ') ? [line.split(' | ')[0]] : []))
    .join('\n');

interface Manifest {
  readonly commands: Readonly<Record<string, { readonly suggested_key?: { readonly default: string } }>>;
}

describe('What docs/ lists is what there is', () => {
  const shortcuts = Object.values((JSON.parse(read('manifest.json')) as Manifest).commands).flatMap(
    ({ suggested_key }) => (suggested_key === undefined ? [] : [suggested_key.default]),
  );
  const keys = [...shortcuts, ...Object.values(ownKeys).map(({ key }) => keyWords(key, false))];

  it.each(keys)('the key %s', (key) => {
    const listed = firstCells('keys.md').match(/[^\s|,]+/g);
    expect(listed).toContain(key);
  });

  it.each([...quotationEvidence, ...readingEvidence])('the evidence %s', (code) => {
    expect(read('docs/detection.md')).toContain(`\`${code}\``);
  });

  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/detection.md',
    'docs/keys.md',
    'docs/json-export.md',
  ];
  it.each(pages)('%s leads to files that are there', (page) => {
    const folder = new URL(`../${page}`, import.meta.url);
    const links = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => {
      if (/^[a-z]+:/.test(link)) return false;
      try {
        readFileSync(new URL(link, folder));
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== 'EISDIR';
      }
    });
    expect(missing).toEqual([]);
  });
});
