import { type Addition, type Project, withLineBefore } from './addition.ts';

const folder = 'src/core/detect/languages';
const registry = `${folder}/registry.ts`;

/**
 * `npm run new language es`: a language of the detector with every list that it needs, all empty; its line; a page with its gold file,
 * and a test that fails until both hold something and the detector finds it.
 */
export function newLanguage(project: Project, code: string | undefined): Addition {
  if (code === undefined || !/^[a-z]{2,3}$/.test(code))
    throw new Error('A code is needed: npm run new language es');
  const file = `${folder}/${code}.ts`;
  if (project.has(file)) throw new Error(`${file} is there already.`);
  const imported = withLineBefore(
    project.read(registry),
    `import { ${code} } from './${code}.ts';`,
    "import type { Language } from './language.ts';",
    registry,
  );
  const list = /= \[(.+)\];/.exec(imported)?.[1];
  if (list === undefined) throw new Error(`${registry} has no list of languages in one line.`);
  const articles = `tests/fixtures/articles/${code}`;
  return {
    changes: [
      { path: file, text: languageText(code, project.read(`${folder}/language.ts`)) },
      { path: registry, text: imported.replace(`= [${list}];`, `= [${list}, ${code}];`) },
      { path: `${articles}.html`, text: pageText(code) },
      { path: `${articles}.gold.json`, text: goldText(code) },
      { path: `tests/core/detect/language-${code}.test.ts`, text: testText(code) },
    ],
    next: [
      `Fill the lists in ${file}: data, no code. ${folder}/language.ts says what each is for, en.ts shows one that is full.`,
      `Write an article of your own words in ${articles}.html, and in ${articles}.gold.json what is said in it, by whom, and who is named.`,
      `npx vitest run tests/fixtures.test.ts tests/core/detect/language-${code}.test.ts says what is missing.`,
    ],
  };
}

/** Every field that language.ts asks for, with nothing in it. */
function languageText(code: string, described: string): string {
  const body = described.slice(described.indexOf('export interface Language {'));
  const fields = [...body.matchAll(/^ {2}readonly (\w+): (string|boolean|\{[^\n]*\});$/gm)];
  const lines = fields.map(([, name = '', type]) => {
    if (name === 'code') return `  code: '${code}',`;
    if (type === 'boolean') return `  ${name}: false,`;
    return type === 'string' ? `  ${name}: '',` : `  ${name}: { 3: '', 2: '', 1: '' },`;
  });
  return `import type { Language } from './language.ts';

/** Say here which language it is, and where its words are from. */
export const ${code}: Language = {
${lines.join('\n')}
};
`;
}

const pageText = (code: string): string => `<!doctype html>
<html lang="${code}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A title of your own</title>
    <link rel="icon" href="../sample/courier.svg" />
    <link rel="stylesheet" href="../sample/courier.css" />
    <meta property="og:type" content="article" />
  </head>
  <body>
    <main>
      <article>
        <h1>A title of your own</h1>
        <div class="body">
          <p>An article of your own words, with at least five quotations as newspapers of this language have them.</p>
        </div>
      </article>
    </main>
  </body>
</html>
`;

const goldText = (code: string): string =>
  `${JSON.stringify({ page: `${code}.html`, language: code, title: 'A title of your own', quotations: [], either: [], outside: [], people: [], outsidePeople: [] }, null, 2)}\n`;

const testText = (code: string): string => `import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detect } from '#core/detect/detect.ts';

interface Gold {
  readonly quotations: readonly { readonly exact: string; readonly mention: string }[];
}

const folder = new URL('../../fixtures/articles/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const gold = JSON.parse(read('${code}.gold.json')) as Gold;
const text = [...read('${code}.html').matchAll(/<p>([^]*?)<\\/p>/g)]
  .map(([, words = '']) => words.replaceAll(/<[^>]*>/g, ''))
  .join('\\n\\n');

describe('the language ${code}', () => {
  it('has a page with five quotations or more, each in its words', () => {
    const count = gold.quotations.length;
    expect(count, 'tests/fixtures/articles/${code}.gold.json names too few quotations.').toBeGreaterThan(4);
    for (const { exact, mention } of gold.quotations)
      for (const words of [exact, mention]) expect(text).toContain(words);
  });

  it('has its quotations found, with who says them', () => {
    const found = detect(text, { language: '${code}' }).quotations;
    expect(found.map(({ start, end, speaker }) => [text.slice(start, end), speaker?.text])).toEqual(
      gold.quotations.map(({ exact, mention }) => [exact, mention]),
    );
    expect(found.length, 'Fill the lists in src/core/detect/languages/${code}.ts.').toBeGreaterThan(0);
  });
});
`;
