/** One document in which a term stands. */
export interface Posting {
  /** The document's number. */
  readonly document: number;
  /** How many tokens the document has, as a power of two: 3 for 8 to 15. A ranking needs no more. */
  readonly size: number;
  /** At which tokens the term stands, rising. Empty for a term that is no word, such as a tag to filter by. */
  readonly positions: readonly number[];
}

/** The power of two of a number of tokens. */
export function sizeOf(tokens: number): number {
  return 31 - Math.clz32(Math.max(1, tokens));
}

/**
 * Postings as bytes: for each its document less the one before, its size, how many positions, and each position less the one before;
 * every number in groups of seven bits, low ones first, the high bit set on all but the last (LEB128). Documents must rise.
 */
export function encodePostings(postings: readonly Posting[]): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let previous = 0;
  for (const { document, size, positions } of postings) {
    addNumber(bytes, document - previous);
    previous = document;
    bytes.push(size);
    addNumber(bytes, positions.length);
    let at = 0;
    for (const position of positions) {
      addNumber(bytes, position - at);
      at = position;
    }
  }
  return Uint8Array.from(bytes);
}

/** The postings again. What is not such bytes gives what can be made of it and never throws. */
export function decodePostings(bytes: Uint8Array): Posting[] {
  const postings: Posting[] = [];
  forEachPosting(bytes, true, (document, size, _count, positions) => {
    postings.push({ document, size, positions: positions ?? [] });
  });
  return postings;
}

/** Goes through postings without making them; positions are read only where they are wanted. */
export function forEachPosting(
  bytes: Uint8Array,
  wantsPositions: boolean,
  visit: (document: number, size: number, count: number, positions: readonly number[] | null) => void,
): void {
  let at = 0;
  let document = 0;
  const next = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) return value;
      if (byte < 0x80) return value + byte * scale;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
  };
  while (at < bytes.length) {
    document += next();
    const size = bytes[at++] ?? 0;
    const count = Math.min(next(), bytes.length - at);
    const positions: number[] | null = wantsPositions ? [] : null;
    let position = 0;
    for (let i = 0; i < count; i++) {
      position += next();
      positions?.push(position);
    }
    visit(document, size, count, positions);
  }
}

function addNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
}
