/** A file as it will be: new, or one that gets a line. */
interface Change {
  readonly path: string;
  readonly text: string;
}

/** What `npm run new` writes, and what is left to do, in sentences. */
export interface Addition {
  readonly changes: readonly Change[];
  readonly next: readonly string[];
}

/** The project's files, as a generator may look at them. */
export interface Project {
  /** @throws Error for a file that is not there */
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** Names of the files in a folder. */
  readonly list: (folder: string) => readonly string[];
}

/** `org-mode` as `orgMode`. */
export const camelCase = (name: string): string =>
  name.replaceAll(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());

/** `org-mode` as `OrgMode`. */
export const pascalCase = (name: string): string => camelCase(`-${name}`);

/**
 * The name as it stands in file names.
 * @throws Error for one that is not kebab-case
 */
export function kebabName(name: string | undefined, example: string): string {
  if (name === undefined || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
    throw new Error(`A name is needed, in lower case with hyphens: npm run new ${example}`);
  return name;
}

/**
 * Text with a line put before another, which must stand in it once.
 * @throws Error where it does not: the file has changed its form
 */
export function withLineBefore(text: string, line: string, before: string, path: string): string {
  const at = text.indexOf(before);
  if (at < 0 || text.includes(before, at + 1)) throw new Error(`${path} has not one line “${before}”.`);
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`;
}
