import type { TextIndex } from './text-index.ts';

/**
 * A short fingerprint of the words at the tokens `[first, end)`: FNV-1a (32 bits) over their folded forms, in base 36.
 * Equal words give equal fingerprints on every page.
 */
export function fingerprint(index: TextIndex, first: number, end: number): string {
  let hash = 0x811c9dc5;
  for (const number of index.tokens.subarray(first, end)) {
    const word = `${index.vocabulary[number] ?? ''} `;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
