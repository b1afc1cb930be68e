import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Addition, Project } from './new/addition.ts';
import { newExporter } from './new/exporter.ts';
import { newLanguage } from './new/language.ts';
import { newMigration } from './new/migration.ts';
import { newPublisher } from './new/publisher.ts';

/** `npm run new exporter|language|migration|publisher NAME`: writes the file, its line, its fixture and a test that fails until it is done. */
const kinds: Readonly<
  Record<
    string,
    (project: Project, name: string | undefined, options: Readonly<Record<string, string>>) => Addition
  >
> = { exporter: newExporter, language: newLanguage, migration: newMigration, publisher: newPublisher };

const project: Project = {
  read: (path) => readFileSync(path, 'utf8'),
  has: existsSync,
  list: (folder) => readdirSync(folder),
};

const given = process.argv.slice(2);
const [kind = '', name] = given.filter((word) => !word.startsWith('--'));
const options = Object.fromEntries(
  given.flatMap((word) => {
    const [, key = '', value = ''] = /^--([a-z]+)=(.*)$/s.exec(word) ?? [];
    return key === '' ? [] : [[key, value]];
  }),
);
const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
try {
  if (make === undefined) throw new Error(`npm run new ${Object.keys(kinds).join('|')} NAME`);
  const { changes, next } = make(project, name, options);
  for (const { path, text } of changes) {
    console.log(`${existsSync(path) ? 'changed' : 'written'}  ${path}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  // Names of any length make lines of any length.
  const code = changes.flatMap(({ path }) => (path.endsWith('.ts') ? [path] : []));
  execFileSync('node_modules/.bin/oxfmt', code, { stdio: 'ignore', shell: process.platform === 'win32' });
  console.log(`\n${next.map((line) => `- ${line}`).join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
