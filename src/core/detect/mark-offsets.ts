/** Where the quotation marks of a text stand, in order: UTF-16 offsets. */
export interface MarkOffsets {
  /** The marks “ ” " „ ‟ « » 「 」 『 』. */
  readonly double: readonly number[];
  /** The marks ‘ ’ ' ‚ ‛ ‹ ›, apostrophes among them. */
  readonly single: readonly number[];
}

const APOSTROPHE = 0x27;

function isSingle(code: number): boolean {
  return code === APOSTROPHE || (code >= 0x2018 && code <= 0x201b) || code === 0x2039 || code === 0x203a;
}

function isDouble(code: number): boolean {
  if (code === 0x22 || code === 0xab || code === 0xbb) return true;
  return (code >= 0x201c && code <= 0x201f) || (code >= 0x300c && code <= 0x300f);
}

/** Finds every quotation mark of a text, in one pass. */
export function markOffsets(text: string): MarkOffsets {
  const double: number[] = [];
  const single: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly every unit is a letter or a blank, and none of those stands between these bounds.
    if ((code > 0x27 && code < 0xab) || code < 0x22 || code > 0x300f) continue;
    if (isSingle(code)) single.push(at);
    else if (isDouble(code)) double.push(at);
  }
  return { double, single };
}

/** The numbers of a sorted list from the one at `from` on that lie below `limit`. */
export function offsetsBelow(sorted: readonly number[], from: number, limit: number): readonly number[] {
  let to = from;
  while ((sorted[to] ?? limit) < limit) to++;
  return to === from ? NONE : sorted.slice(from, to);
}

const NONE: readonly number[] = [];
