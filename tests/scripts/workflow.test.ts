import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What runs for outsiders calls what is there. */

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

describe('the workflows', () => {
  it('run only what package.json and scripts have', () => {
    const text = workflows.join('\n');
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    for (const needed of ['package', 'test:trust', 'test:sync', 'build', 'eval', 'bench'])
      expect(named).toContain(needed);
    const files = [...text.matchAll(/tsx (scripts\/[\w-]+\.ts)/g)].map(([, file = '']) => file);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(text).toContain('npm ci\n      - run: npm test');
  });

  it('may write nothing but a release', () => {
    for (const text of workflows) {
      expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
      const writes = [...text.matchAll(/: write$/gm)];
      expect(writes).toHaveLength(1);
      expect(text.slice(text.indexOf('\n  release:'))).toContain('contents: write');
    }
  });
});

it('each script of package.json calls a file that is there', () => {
  const called = Object.values(scripts).flatMap((command) =>
    [...command.matchAll(/\b((?:scripts|tests)\/[\w/-]+\.ts)/g)].map(([, file = '']) => file),
  );
  expect(called.length).toBeGreaterThan(8);
  expect(called.filter((file) => !existsSync(file))).toEqual([]);
});
