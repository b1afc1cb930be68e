/**
 * Whether two texts have the same wording: they differ in nothing but the shape of quotation marks, dashes and dots,
 * in spaces, and in characters that cannot be seen. Case, accents and other punctuation count.
 */
export function hasSameWording(a: string, b: string): boolean {
  return a === b || plainWording(a) === plainWording(b);
}

/** The text without what does not count as a difference of wording. */
export function plainWording(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/["'‘’‚‛“”„‟«»‹›「」『』`´ʼ]/g, '"')
    .replace(/[-‐‑‒–—―−]+/g, '-');
}
