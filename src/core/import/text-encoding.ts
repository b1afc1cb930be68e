/** How the characters of a file are written; each is a label of the Encoding standard. */
type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How a file is written, and where it is damaged. */
export interface FoundEncoding {
  readonly encoding: TextEncoding;
  /** Lines, from 1, on which bytes stand that are no characters of it: the first thousand. */
  readonly damaged: readonly number[];
}

/** Looks at a file's bytes, part after part. */
export interface EncodingScan {
  /** The first part has at least two bytes, if the file has. Answers whether more bytes can tell more. */
  readonly add: (bytes: Uint8Array) => boolean;
  readonly end: () => FoundEncoding;
}

/** More damaged lines are not listed. */
const LISTED = 1_000;

/**
 * Tells how a file is written: by its byte order mark, by the zeros of UTF-16 (as RFC 4627 has it), else UTF-8, or what Windows writes in
 * the West when its bytes are rather no UTF-8. Of a file of UTF-8 that was damaged here and there only those places are lost. Linear.
 */
export function createEncodingScan(): EncodingScan {
  const state = {
    first: true, known: null as TextEncoding | null, line: 1, whole: 0, broken: 0, damaged: [] as number[],
    // Of the character that is being read: how many bytes are still to come, between what bounds the next is, how many there were.
    awaited: 0, least: 0x80, most: 0xbf, had: 0,
  }; // prettier-ignore
  const breakAt = (): void => {
    state.broken++;
    state.awaited = 0;
    if (state.damaged.at(-1) !== state.line && state.damaged.length < LISTED) state.damaged.push(state.line);
  };
  const lead = (byte: number): void => {
    [state.least, state.most, state.had] = [0x80, 0xbf, 1];
    if (byte >= 0xc2 && byte <= 0xdf) state.awaited = 1;
    else if (byte >= 0xe0 && byte <= 0xef) state.awaited = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) state.awaited = 3;
    else return breakAt();
    // Too long a form, half a surrogate pair, and what is above U+10FFFF.
    if (byte === 0xe0) state.least = 0xa0;
    if (byte === 0xed) state.most = 0x9f;
    if (byte === 0xf0) state.least = 0x90;
    if (byte === 0xf4) state.most = 0x8f;
  };
  const follow = (byte: number): boolean => {
    if (byte < state.least || byte > state.most) {
      breakAt();
      return false;
    }
    [state.least, state.most, state.had] = [0x80, 0xbf, state.had + 1];
    if (--state.awaited === 0) state.whole++;
    return true;
  };
  return {
    add(bytes) {
      if (state.first && bytes.length > 0) {
        state.known = markOf(bytes);
        state.first = false;
      }
      if (state.known !== null) return false;
      for (const byte of bytes) {
        if (state.awaited > 0 && follow(byte)) continue;
        if (byte === 10) state.line++;
        else if (byte >= 0x80) lead(byte);
      }
      return true;
    },
    end() {
      if (state.known !== null) return { encoding: state.known, damaged: [] };
      // The last byte alone may be a letter of Windows; two of three can only have been cut off.
      const isCut = state.awaited > 0 && state.had > 1;
      if (state.awaited > 0) breakAt();
      const isOther = state.broken > state.whole && !(isCut && state.broken === 1);
      return isOther
        ? { encoding: 'windows-1252', damaged: [] }
        : { encoding: 'utf-8', damaged: state.damaged };
    },
  };
}

function markOf([first = 1, second = 1]: Uint8Array): TextEncoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first !== 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : null;
}
