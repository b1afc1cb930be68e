import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `src/page/readability.ts` puts its own in place of. */
const replaced = [
  '_getArticleMetadata',
  '_getJSONLD',
  '_isProbablyVisible',
  '_isValidByline',
  '_setNodeTag',
  '_unwrapNoscriptImages',
  '_removeScripts',
  '_fixLazyImages',
  '_cleanStyles',
  '_postProcessContent',
];
/** What only those call. */
const orphaned = [
  '_getArticleTitle',
  '_unescapeHtmlEntities',
  '_fixRelativeUris',
  '_simplifyNestedElements',
  '_cleanClasses',
  '_isUrl',
  '_isSingleImage',
];
/** How the file ends. */
const commonJs = /\nif \(typeof module === "object"\) \{[^]*$/;

/**
 * Writes @mozilla/readability without what can never run, and gives the file's path: a bundler cannot know which methods are replaced by
 * a class that extends another. The content script is loaded on every page of a newspaper, and this is a twentieth of it. It is an alias
 * and not a plugin because a standalone content script is built without the plugins.
 */
export function leanReadability(): string {
  const from = fileURLToPath(import.meta.resolve('@mozilla/readability/Readability.js'));
  const folder = fileURLToPath(new URL('../node_modules/.cache/on-record', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const to = `${folder}/readability.js`;
  writeFileSync(to, withoutDeadMethods(readFileSync(from, 'utf8')));
  return to;
}

/**
 * The source of Readability.js as a module, without the methods that are replaced or that only those call.
 * @throws Error where a new version has one of them no more, or calls one that would be gone
 */
export function withoutDeadMethods(code: string): string {
  let lean = code;
  const without = (part: RegExp, what: string): string => {
    const shorter = lean.replace(part, '');
    if (shorter === lean)
      throw new Error(`Readability.js has no ${what}: look at scripts/lean-readability.ts.`);
    return shorter;
  };
  for (const name of [...replaced, ...orphaned])
    lean = without(new RegExp(`^ {2}${name}\\([^\\n]*\\) \\{\\n[^]*?^ {2}\\},?\\n`, 'm'), name);
  lean = without(commonJs, 'module.exports');
  const called = orphaned.find((name) => lean.includes(`.${name}`));
  if (called) throw new Error(`Readability.js still calls ${called}: look at scripts/lean-readability.ts.`);
  return `${lean}\nexport { Readability };\n`;
}
