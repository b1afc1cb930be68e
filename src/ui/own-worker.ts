/** What says whether an address may become a script. TypeScript's library does not know Trusted Types yet. */
interface ScriptRules {
  /** What it returns stands for the address; where the browser has Trusted Types it is no string, and nothing else is taken for a script. */
  readonly createScriptURL: (address: string) => string;
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptRules) => ScriptRules;
}

const rules: ScriptRules = {
  createScriptURL(address) {
    const { origin, href } = new URL(address, location.href);
    if (origin !== location.origin) throw new TypeError(`no script of ours: ${origin}`);
    return href;
  },
};

let policy: ScriptRules | null = null;

/**
 * The one policy of our pages, under the one name that the manifest lets a page make, once: so what is not made here is no script.
 * A browser without Trusted Types has the same rule, kept by us.
 */
function scriptPolicy(): ScriptRules {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('on-record-worker', rules) ?? rules;
  return policy;
}

/**
 * Starts a worker of our own package.
 * @param address of its built file, as an import with `?worker&url` gives it
 * @throws TypeError for an address of any other origin
 */
export const startOwnWorker = (address: string): Worker =>
  new Worker(scriptPolicy().createScriptURL(address), { type: 'module' });
