import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const CITEPROC = /[\\/]node_modules[\\/]citeproc[\\/]/;

/** Put before the code of citeproc, whose own words the minifier takes away. */
const banner = `/*! Holds citeproc-js, Copyright (c) 2009-2019 Frank Bennett, under the Common Public Attribution License 1.0
 (https://opensource.org/license/cpal_1-0): unchanged, minified; its source is https://github.com/Juris-M/citeproc-js. See NOTICE. */
`;

/** Leaves the licences of what is built in with it: a banner before citeproc's code, and NOTICE and LICENSE in the package. */
export function withNotices(files: readonly string[] = []): Plugin {
  return {
    name: 'on-record:with-notices',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.moduleIds.some((id) => CITEPROC.test(id)))
          output.code = banner + output.code;
      }
      for (const fileName of files) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName, 'utf8') });
      }
    },
  };
}
