import { existsSync, readFileSync } from 'node:fs';

/** A package that package-lock.json names. */
export interface LockedPackage {
  /** Where it is installed: `node_modules/a`, or `node_modules/a/node_modules/b` where versions differ. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as its own package.json says; '' where it says nothing. */
  readonly licence: string;
  /** `sha512-…` in base64, of the file that npm downloads. */
  readonly integrity: string;
  /** Whether only development needs it. */
  readonly isDev: boolean;
  readonly hasInstallScript: boolean;
  /** Paths of the packages that it needs and that are there. */
  readonly needs: readonly string[];
}

export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: readonly LockedPackage[];
  /** Paths of what the project's own package.json needs at run time. */
  readonly needs: readonly string[];
}

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json (version 3) in the order of its paths. */
export function readLock(file = 'package-lock.json'): Lock {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const own = packages[''] ?? {};
  const needsOf = (path: string, entry: Entry): readonly string[] =>
    Object.keys({ ...entry.dependencies, ...entry.peerDependencies })
      .map((name) => placeOf(name, path, packages))
      .filter((place) => place !== null)
      .toSorted();
  return {
    name: own.name ?? '',
    version: own.version ?? '',
    needs: needsOf('', own),
    packages: Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, entry]) => ({
        path,
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: entry.version ?? '',
        licence: entry.license ?? '',
        integrity: entry.integrity ?? '',
        isDev: entry.dev === true,
        hasInstallScript: entry.hasInstallScript === true,
        needs: needsOf(path, entry),
      })),
  };
}

/** Where Node finds a package that is asked for by what lies at `from`: in the nearest folder upwards. */
function placeOf(name: string, from: string, packages: Readonly<Record<string, Entry>>): string | null {
  let folder = from;
  while (folder !== '') {
    const place = `${folder}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
  const top = `node_modules/${name}`;
  return packages[top] === undefined ? null : top;
}

interface OwnWords {
  readonly author: string;
  /** The address of its source, of the web; '' when it says none. */
  readonly source: string;
}

/** What an installed package says of itself; nothing of one that is not installed on this system. */
export function ownWords(path: string): OwnWords {
  const file = `${path}/package.json`;
  if (!existsSync(file)) return { author: '', source: '' };
  const said = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly author?: string | { readonly name?: string };
    readonly repository?: string | { readonly url?: string };
  };
  const author = typeof said.author === 'string' ? said.author : (said.author?.name ?? '');
  const place = typeof said.repository === 'string' ? said.repository : (said.repository?.url ?? '');
  return { author: author.replace(/\s*[<(].*$/, ''), source: webAddressOf(place) };
}

/** `git+https://github.com/a/b.git`, `github:a/b` and `a/b` as an address of the web. */
function webAddressOf(repository: string): string {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(repository)?.[1];
  const address = short === undefined ? repository : `https://github.com/${short}`;
  const plain = address
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh|http):\/\/(?:git@)?/, 'https://')
    .replace(/\.git$/, '');
  return plain.startsWith('https://') ? plain : '';
}
