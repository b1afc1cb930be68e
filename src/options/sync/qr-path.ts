import { encode } from 'uqr';

/** A QR code as one path on a grid of `size` by `size` modules, with the four empty ones around it that ISO/IEC 18004 asks for. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** Modules that stay empty on each side. */
const QUIET = 4;

/** The largest that a telephone still reads off a screen, as versions go (21 modules, and 4 for each after the first). */
const LARGEST = 25;

/**
 * The QR code of a text, with as much error correction as there is room for.
 * @returns null for a text that is too long
 */
export function qrPath(text: string): QrPath | null {
  const bytes = [...new TextEncoder().encode(text)];
  try {
    const { data, size } = encode(bytes, { ecc: 'L', boostEcc: true, border: QUIET, maxVersion: LARGEST });
    return { size, path: data.map((row, y) => rowPath(row, y)).join('') };
  } catch {
    // The library says in words that it does not fit; there is nothing else that it throws for.
    return null;
  }
}

/** The dark stretches of a row as rectangles one module high: without seams, whatever the scale. */
function rowPath(row: readonly boolean[], y: number): string {
  const parts: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    let end = x;
    while (row[end] === true) end++;
    parts.push(`M${x} ${y}h${end - x}v1h${x - end}z`);
    x = end;
  }
  return parts.join('');
}
