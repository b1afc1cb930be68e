import { type Addition, camelCase, kebabName, pascalCase, type Project, withLineBefore } from './addition.ts';

const registry = 'src/core/export/registry.ts';

/** `npm run new exporter org-mode`: an export format, its line in the registry, and a test that fails until it writes something. */
export function newExporter(project: Project, given: string | undefined): Addition {
  const name = kebabName(given, 'exporter org-mode');
  const [variable, label] = [camelCase(name), `export${pascalCase(name)}`];
  const file = `src/core/export/${name}.ts`;
  if (project.has(file)) throw new Error(`${file} is there already.`);
  const imported = withLineBefore(
    project.read(registry),
    `import { ${variable} } from './${name}.ts';`,
    '\n/** The formats in the order',
    registry,
  );
  const listed = withLineBefore(imported, `  ${variable},`, '];\n\n/** The exporter of a format', registry);
  return {
    changes: [
      { path: file, text: exporterText(name, variable, label) },
      { path: registry, text: listed },
      { path: `tests/core/export/${name}.test.ts`, text: testText(name, variable) },
    ],
    next: [
      `Write the format in ${file}: its mime type, its extension, what a passage becomes, what it has no place for.`,
      `Give it a name and one line about it in each catalogue of public/_locales: ${label}, ${label}About.`,
      'UPDATE_GOLDEN=1 npx vitest run tests/core/export/golden.test.ts writes its golden files from tests/fixtures/export: read them.',
      'npx vitest run tests/core/export says what is missing.',
    ],
  };
}

const exporterText = (
  name: string,
  variable: string,
  label: string,
): string => `import type { ArticleGroup } from './article-group.ts';
import type { Exporter } from './exporter.ts';

/** Say here what reads this format, and where it is described. */
export const ${variable}: Exporter = {
  format: '${name}',
  label: '${label}',
  group: 'notes',
  mime: 'text/plain',
  extension: 'txt',
  holds: 'kept',
  leaves: ['people'],
  begin: () => ({ add: articleText, end: () => '' }),
};

function articleText({ annotations }: ArticleGroup): string {
  return annotations.map(() => '').join('\\n');
}
`;

const testText = (name: string, variable: string): string => `import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportRecords } from '#core/export/by-article.ts';
import { ${variable} } from '#core/export/${name}.ts';
import { passageFacts } from '#core/export/passage-facts.ts';
import { written } from './written.ts';

const records = JSON.parse(readFileSync('tests/fixtures/export/sample.json', 'utf8')) as ExportRecords;

describe('${name}', () => {
  it('has the words of every passage that is kept, who says them, and the note', () => {
    const text = written(${variable}, records);
    for (const annotation of records.annotations) {
      const { exact, speaker, note } = passageFacts(annotation);
      for (const words of [exact, speaker, note])
        expect(text, 'Write in src/core/export/${name}.ts what is kept.').toContain(words);
    }
  });
});
`;
