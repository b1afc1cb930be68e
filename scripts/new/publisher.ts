import type { Addition, Project } from './addition.ts';

const folder = 'src/publishers';
const example = 'npm run new publisher example-news.com -- --name="Example News" --language=en';

interface Line {
  readonly host: string;
  readonly name: string;
  readonly language: string;
}

const LINE = /^ {2}\{ host: '([^']+)', name: ('(?:[^'\\]|\\.)*'|"[^"]*"), language: '([a-z]+)' \},$/;

/**
 * `npm run new publisher example-news.com [-- --name="Example News" --language=en --file=en-world]`: a newspaper's line, in its place.
 * Without a language it has that of most newspapers whose hosts end as its own does; without a name tests/publishers.test.ts fails, as
 * it does where the host is none or is covered by another.
 */
export function newPublisher(
  project: Project,
  host: string | undefined,
  options: Readonly<Record<string, string>>,
): Addition {
  const { name = '' } = options;
  if (host === undefined || !/^[a-z\d.-]+\.[a-z]{2,}$/.test(host) || host.startsWith('www.'))
    throw new Error(`A host is needed, without www.: ${example}`);
  const files = project.list(folder).map((file) => `${folder}/${file}`);
  const language = options['language'] ?? usualLanguage(project, files, host);
  if (!/^[a-z]{2}$/.test(language))
    throw new Error(`The language of its articles is needed, in two letters: ${example}`);
  const taken = files.find((path) => project.read(path).includes(`host: '${host}'`));
  if (taken !== undefined) throw new Error(`${host} is in ${taken} already.`);
  const path =
    options['file'] === undefined ? fileOf(project, files, language) : `${folder}/${options['file']}.ts`;
  const lines = project.read(path).split('\n');
  const at = placeIn(lines, { host, name, language });
  lines.splice(at, 0, lineOf({ host, name, language }));
  return {
    changes: [{ path, text: lines.join('\n') }],
    next: [
      ...(name === '' ? [`Write its name in its line in ${path}.`] : []),
      ...('language' in options
        ? []
        : [`It is put down as "${language}": mend that if its articles are in another.`]),
      'Of a portal that also has mail, shops or accounts only the subdomain of its news; no aggregator.',
      'npx vitest run tests/publishers.test.ts says what is wrong with it.',
    ],
  };
}

const lineOf = ({ host, name, language }: Line): string => {
  const quoted = name.includes("'") ? JSON.stringify(name) : `'${name}'`;
  return `  { host: '${host}', name: ${quoted}, language: '${language}' },`;
};

/** The language of most newspapers with the same ending (`.de`); '' where there is none. */
function usualLanguage(project: Project, files: readonly string[], host: string): string {
  const ending = host.slice(host.lastIndexOf('.'));
  const counts = new Map<string, number>();
  for (const line of files.flatMap((path) => project.read(path).split('\n'))) {
    const [, other = '', , language = ''] = LINE.exec(line) ?? [];
    if (other.endsWith(ending)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** The file that has most publishers of the language. */
function fileOf(project: Project, files: readonly string[], language: string): string {
  const count = (path: string): number => project.read(path).split(`language: '${language}' }`).length - 1;
  const [most] = files.toSorted((a, b) => count(b) - count(a));
  if (most === undefined || count(most) === 0)
    throw new Error(`No file of ${folder} has publishers in "${language}": say which with --file=NAME.`);
  return most;
}

/** Behind the last line of its language whose host comes before; else before the first of its language; else at the end. */
function placeIn(lines: readonly string[], { host, language }: Line): number {
  const isOf = (line: string, fits: (other: string) => boolean): boolean => {
    const [, other = '', , its] = LINE.exec(line) ?? [];
    return its === language && fits(other);
  };
  const before = lines.findLastIndex((line) => isOf(line, (other) => other < host));
  if (before >= 0) return before + 1;
  const first = lines.findIndex((line) => isOf(line, () => true));
  const end = lines.findLastIndex((line) => LINE.test(line));
  if (end < 0) throw new Error('The file has no line of a publisher.');
  return first < 0 ? end + 1 : first;
}
