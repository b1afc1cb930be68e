import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Takes the ways to fetch an address out of @citation-js/core: we give it records, never addresses, and what is not in the package cannot
 * be reached by a mistake. Its module that holds them all is replaced by one that refuses.
 */
export function withoutFetch(): Plugin {
  return {
    name: 'on-record:without-fetch',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/fetchFile.js') && importer?.includes('@citation-js/core') === true
        ? resolve('src/core/citation/no-fetch.ts')
        : null,
  };
}
