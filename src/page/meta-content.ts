import { plainText } from './plain-text.ts';

/** What the page's meta elements say: contents as written, by `property`, `name` or `itemprop` in lower case. */
export type Metas = ReadonlyMap<string, readonly string[]>;

/** Reads all meta elements in one pass: asking the document for each name would walk the page each time. */
export function readMetas(document: Document): Metas {
  const metas = new Map<string, string[]>();
  for (const meta of document.getElementsByTagName('meta')) {
    const content = meta.getAttribute('content');
    if (!content) continue;
    const names = ['property', 'name', 'itemprop'].map((key) => meta.getAttribute(key)?.trim().toLowerCase());
    for (const name of new Set(names)) {
      if (!name) continue;
      const known = metas.get(name);
      if (known) known.push(content);
      else metas.set(name, [content]);
    }
  }
  return metas;
}

/** All contents under these names in plain text, in the order of the names. */
export const metaContents = (metas: Metas, ...names: readonly string[]): string[] =>
  names
    .flatMap((name) => metas.get(name.toLowerCase()) ?? [])
    .map(plainText)
    .filter((content) => content !== null);

/** The first of them, or null. */
export function metaContent(metas: Metas, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const content of metas.get(name.toLowerCase()) ?? []) {
      const plain = plainText(content);
      if (plain !== null) return plain;
    }
  }
  return null;
}
