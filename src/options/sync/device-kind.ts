/** Browsers by the word in their user agent, the special ones first: most say that they are Chrome, too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
];

/** Android says Linux, too. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

const named = (list: readonly (readonly [RegExp, string])[], agent: string): string =>
  list.find(([word]) => word.test(agent))?.[1] ?? '';

/** The browser and the system of a user agent, each by its usual name; empty where it is none that we know. */
export function deviceKind(agent: string): { readonly browser: string; readonly system: string } {
  return { browser: named(BROWSERS, agent), system: named(SYSTEMS, agent) };
}
