/** The two kinds of browser that the extension is built for. */
export type BrowserKind = 'chromium' | 'firefox';

/** What a browser says about itself. */
export interface BrowserVersion {
  /** The name as printed: "Chromium", "Google Chrome for Testing", "Mozilla Firefox". */
  readonly product: string;
  /** The major version: 156 for "156.0.8078.79". */
  readonly major: number;
}

/** The oldest versions with what the extension needs; the manifest names the same. */
const oldestMajor: Readonly<Record<BrowserKind, number>> = { chromium: 120, firefox: 140 };

const productsOfKind: Readonly<Record<BrowserKind, RegExp>> = {
  chromium: /^(?:Chromium|Google Chrome|Microsoft Edge|Brave Browser|HeadlessChrome)\b/,
  firefox: /^(?:Mozilla Firefox|Firefox|Nightly|Mozilla Nightly|Firefox Nightly)\b/,
};

/**
 * Reads what `browser --version` printed on standard output: "Chromium 156.0.8078.79 built on Debian GNU/Linux 12".
 * Lines that are not a version (warnings of a wrapper script) are passed over. Null when there is none.
 */
export function parseVersion(output: string): BrowserVersion | null {
  for (const line of output.split(/\r?\n/)) {
    const found = /^\s*([A-Za-z][A-Za-z .]{0,60}?)\s+(\d{1,5})(?:\.\d+)+/.exec(line);
    if (found?.[1] !== undefined && found[2] !== undefined) {
      return { product: found[1].trim(), major: Number(found[2]) };
    }
  }
  return null;
}

/**
 * Why a browser cannot be used for this kind, or null when it can.
 * Codes: `other-product` (not a browser of this kind), `too-old`, `no-extensions` (a shell without extensions).
 */
export function unfitness(
  kind: BrowserKind,
  version: BrowserVersion,
): 'other-product' | 'too-old' | 'no-extensions' | null {
  if (!productsOfKind[kind].test(version.product)) return 'other-product';
  if (version.product.startsWith('HeadlessChrome')) return 'no-extensions';
  return version.major < oldestMajor[kind] ? 'too-old' : null;
}

/**
 * Whether it is a vendor's own browser. Since Chrome 137 these ignore `--load-extension`; over the debugging pipe
 * extensions can still be loaded, so a vendor's browser is used only when nothing better is found.
 */
export function isBranded(version: BrowserVersion): boolean {
  return /^(?:Google Chrome(?! for Testing)|Microsoft Edge|Brave Browser)/.test(version.product);
}
