import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
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
    ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
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

describe('ARCHITECTURE.md, docs/internals.md and docs/detection.md', () => {
  const text = read('ARCHITECTURE.md') + read('docs/internals.md') + read('docs/detection.md');
  const quoted = [...text.matchAll(/`([\w./-]+)`/g)].map(([, words = '']) => words);

  it('names every folder of src', () => {
    const folders = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => `${join(parentPath, name).replaceAll(sep, '/').slice('src/'.length)}/`);
    expect(folders.length).toBeGreaterThan(20);
    // One within another may be named alone, beside it: `styles/`.
    const isNamed = (folder: string): boolean =>
      quoted.includes(folder) || quoted.includes(`${basename(folder)}/`);
    expect(folders.filter((folder) => !isNamed(folder))).toEqual([]);
  });

  it('names no file and no folder that is not there', () => {
    const isThere = (path: string): boolean =>
      ['', 'src/', 'src/messaging/', 'src/core/detect/', 'src/storage/', 'src/core/citation/'].some(
        (folder) => existsSync(folder + path),
      );
    const paths = quoted.filter((words) => /\/$|\.(?:tsx?|json|md)$/.test(words));
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('is one screen: what takes more is in docs/internals.md', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThan(100);
  });
});

describe('docs/keys.md and docs/detection.md', () => {
  const words = JSON.parse(read('public/_locales/en/messages.json')) as Readonly<
    Record<string, { readonly message: string }>
  >;
  const said = new Set(Object.values(words).map(({ message }) => message.replace(/\.$/, '')));

  it('call the options, and how sure it is, as the surfaces do', () => {
    const names = [...read('docs/keys.md').matchAll(/under \*([^*]+)\*/g)];
    const sureness = [
      ...read('docs/detection.md').matchAll(/\*([A-Z][a-z ]+)\* (?:is )?(?:\d+|what is below)/g),
    ];
    expect([names.length, sureness.length]).toEqual([1, 4]);
    expect([...names, ...sureness].map(([, name = '']) => name).filter((name) => !said.has(name))).toEqual(
      [],
    );
  });
});

describe('docs/guide.md', () => {
  const guide = read('docs/guide.md');
  const words = JSON.parse(read('public/_locales/en/messages.json')) as Readonly<
    Record<string, { readonly message: string }>
  >;
  const said = new Set(Object.values(words).map(({ message }) => message));

  it('calls what stands on a button by its name', () => {
    const bold = [...guide.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.replaceAll(/\s+/g, ' '));
    expect(bold.length).toBeGreaterThan(60);
    expect(bold.filter((name) => !said.has(name) && name !== 'like this')).toEqual([]);
  });

  it('shows every picture that is taken for it', () => {
    const missing = readdirSync('docs/pictures').filter((name) => !guide.includes(`(pictures/${name})`));
    expect(missing).toEqual([]);
  });
});
