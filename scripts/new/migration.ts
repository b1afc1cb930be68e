import { type Addition, camelCase, kebabName, type Project, withLineBefore } from './addition.ts';

const folder = 'src/storage/migrations';
const dumpOf = (number: string): string => `tests/fixtures/storage/version-${number}.json`;

/**
 * `npm run new migration tag-colours`: the next step of the database, its line, a dump of its version, and a test that fails until it
 * changes something.
 */
export function newMigration(project: Project, given: string | undefined): Addition {
  const name = kebabName(given, 'migration tag-colours');
  const index = `${folder}/index.ts`;
  const present = project.list(folder).filter((file) => /^\d{4}-/.test(file));
  if (present.some((file) => file.slice(5) === `${name}.ts`))
    throw new Error(`There is a migration ${name} already.`);
  const before = String(present.length).padStart(4, '0');
  const number = String(present.length + 1).padStart(4, '0');
  const variable = camelCase(name);
  const imported = withLineBefore(
    project.read(index),
    `import { ${variable} } from './${number}-${name}.ts';`,
    "import type { Migration } from './migration.ts';",
    index,
  );
  return {
    changes: [
      { path: `${folder}/${number}-${name}.ts`, text: migrationText(variable) },
      { path: index, text: withLineBefore(imported, `  ${variable}, // ${number}`, '];\n', index) },
      { path: dumpOf(number), text: asVersion(project.read(dumpOf(before)), present.length + 1) },
      { path: `tests/storage/migrations/${number}-${name}.test.ts`, text: testText(name, number, before) },
    ],
    next: [
      `Write the step in ${folder}/${number}-${name}.ts. It may await nothing but the database, and must bear broken records.`,
      `${dumpOf(number)} is a copy of the dump before: change it to what the step makes of that one.`,
      `npx vitest run tests/storage/migrations says what is missing. Once it is released it is never changed.`,
    ],
  };
}

const asVersion = (dump: string, version: number): string =>
  dump.replace(/("version":\s*)\d+/, `$1${version}`);

const migrationText = (variable: string): string => `import type { Migration } from './migration.ts';

/** Say here what is different from now on, and why. */
export const ${variable}: Migration = (database) => {
  if (!database.objectStoreNames.contains('annotations')) return;
};
`;

const testText = (name: string, number: string, before: string): string => `import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listArticles } from '#storage/articles.ts';
import { createStorage } from '#storage/database.ts';
import { dump, type Dump, load } from '#tests/storage/dump.ts';
import { freshName } from '#tests/storage/records.ts';

const read = (number: string): Dump =>
  JSON.parse(readFileSync(\`tests/fixtures/storage/version-\${number}.json\`, 'utf8')) as Dump;

describe('${name}', () => {
  it('makes of version ${before} what the dump of version ${number} holds, which differs', async () => {
    const name = freshName();
    await load(name, read('${before}'));
    const stop = new AbortController();
    await listArticles(createStorage({ name, signal: stop.signal }), 1);
    stop.abort();
    const isSame = isDeepStrictEqual(read('${number}').stores, read('${before}').stores);
    expect(isSame, '${dumpOf(number)} is a copy: change it to what the migration makes.').toBe(false);
    expect((await dump(name)).stores).toEqual(read('${number}').stores);
  });
});
`;
