import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';

/** What holds of all code, ours for the product and ours around it: nothing that nobody uses, nothing too long. */

const folders = ['src', 'scripts', 'bench', 'tests', 'vite.config.ts'];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
  encoding: 'utf8',
})
  .split('\n')
  // One that was taken away is listed until git is told.
  .filter((path) => /(?<!\.d)\.tsx?$/.test(path) && existsSync(path));
const all = files.map((path) => {
  const source = readFileSync(path, 'utf8');
  return { path, source, parsed: parseSync(path, source) };
});

/** The file that an import names, as one of ours; null for a library. */
function fileOf(from: string, specifier: string): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return join(dirname(from), plain).replaceAll('\\', '/');
  const [, folder = '', rest = ''] = /^#(\w+)(\/.*)?$/.exec(plain) ?? [];
  if (folder === '') return null;
  if (rest === '') return `src/${folder}.ts`;
  return ['scripts', 'tests'].includes(folder) ? folder + rest : `src/${folder}${rest}`;
}

describe('every export', () => {
  const used = new Set<string>();
  for (const { path, source, parsed } of all) {
    const { staticImports, staticExports, dynamicImports } = parsed.module;
    for (const { moduleRequest } of dynamicImports) {
      const named = source.slice(moduleRequest.start + 1, moduleRequest.end - 1);
      used.add(`${fileOf(path, named)} (NamespaceObject)`);
    }
    for (const { moduleRequest, entries } of staticImports)
      for (const { importName } of entries)
        used.add(`${fileOf(path, moduleRequest.value)} ${importName.name ?? `(${importName.kind})`}`);
    for (const { entries } of staticExports)
      for (const { moduleRequest, importName } of entries)
        if (moduleRequest !== null) used.add(`${fileOf(path, moduleRequest.value)} ${importName.name}`);
  }
  // What others call by its place: the package for other programs, the benches beside the repository, vite and vitest.
  const outside = /^(?:src\/core\/public\.ts|src\/core\/citation\/no-fetch\.ts|bench\/adapters\/.*)$/;

  // A type may stand for itself, as what a function takes or gives.
  it('of a value is imported by another file', () => {
    const unused = all.flatMap(({ path, parsed }) =>
      parsed.module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ exportName, isType }) => {
          if (exportName.kind !== 'Name' || isType || outside.test(path)) return [];
          const isUsed = used.has(`${path} ${exportName.name}`) || used.has(`${path} (NamespaceObject)`);
          return isUsed ? [] : [`${path}: ${exportName.name}`];
        }),
      ),
    );
    expect(unused).toEqual([]);
    expect(used.size).toBeGreaterThan(2_000);
  });
});

/** Files that are being taken apart, with how long they may be meanwhile. The list may become shorter. */
const long: Readonly<Record<string, number>> = {
  'tests/e2e/hostile-pages.test.ts': 325,
  'tests/trust/browsers/hostile-pages.test.ts': 501,
};

describe('files', () => {
  it('have 300 lines at most', () => {
    const lines = all.map(({ path, source }) => ({ path, lines: source.split('\n').length - 1 }));
    expect(lines.filter(({ path, lines: count }) => count > (long[path] ?? 300))).toEqual([]);
  });
});

type Place = { readonly start: number; readonly end: number };

/**
 * The functions of a file with how many lines are their own: what stands in a function within counts there. So a function that makes several
 * others, as models do, is as long as what it does itself.
 */
function ownLines(
  source: string,
  program: ReturnType<typeof parseSync>['program'],
): ReadonlyMap<number, number> {
  const breaks = [...source.matchAll(/\n/g)].map(({ index }) => index);
  if (breaks.length <= 60) return new Map();
  const found: Place[] = [];
  const add = (node: Place): void => void found.push(node);
  new Visitor({ FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add }).visit(
    program,
  );
  const line = (at: number): number => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
  const lines = new Map<number, number>();
  for (const one of found) {
    const from = line(one.start);
    const own = line(one.end) - from + 1;
    if (own <= 60) continue;
    const inner = new Set<number>();
    for (const { start, end } of found)
      if (start > one.start && end <= one.end)
        for (let at = line(start) + 1; at <= line(end); at++) inner.add(at);
    lines.set(from, own - inner.size);
  }
  return lines;
}

describe('functions', () => {
  it('have 60 lines of their own at most', () => {
    const long = all.flatMap(({ path, source, parsed }) =>
      [...ownLines(source, parsed.program)].flatMap(([line, own]) =>
        own > 60 ? [`${path}:${line}: ${own} lines`] : [],
      ),
    );
    expect(long).toEqual([]);
  });
});

describe('comments', () => {
  it('name no file of code that is not there', () => {
    const isThere = (path: string): boolean =>
      files.some((file) => file === path || file.endsWith(`/${path.replace(/^(?:\.{1,2}\/)+/, '')}`));
    const named = all.flatMap(({ path, parsed }) =>
      parsed.comments.flatMap(({ value }) =>
        [...value.matchAll(/(?<![\w/:*-])(?:[\w.-]+\/)*[\w-]+(?:\.\w+)*\.tsx?(?![\w/])/g)].map(([file]) => ({
          path,
          file,
        })),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ file }) => !isThere(file))).toEqual([]);
  });
});
