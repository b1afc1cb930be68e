/**
 * How a sparse array of weights is written as text: for each weight that is not 0 the number of zeros before it
 * in base 64 with a variable number of characters, then one character for its size. Characters of gaps and of weights
 * are kept in two strings, because each then compresses by itself; `|` parts them.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/** Sizes grow by this ratio from the smallest on: small weights need finer steps than large ones. */
const ratio = 1.22;
const smallest = 0.04;
/** So many sizes of each sign. */
const sizes = 31;

/** The size of a weight: 1 to 31, negative for negative weights. */
function sizeOf(weight: number): number {
  const size = Math.round(Math.log(Math.abs(weight) / smallest) / Math.log(ratio)) + 1;
  return Math.sign(weight) * Math.max(1, Math.min(sizes, size));
}

function weightOf(size: number): number {
  return Math.sign(size) * smallest * ratio ** (Math.abs(size) - 1);
}

/** The nearest weight that can be written. */
export function weightStep(weight: number): number {
  return weight === 0 ? 0 : weightOf(sizeOf(weight));
}

/** Writes weights as text. */
export function encodeWeights(weights: ArrayLike<number>): string {
  let gaps = '';
  let values = '';
  let gap = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) {
      gap++;
      continue;
    }
    gaps += encodeGap(gap);
    values += digits.charAt(sizeOf(weight) + sizes);
    gap = 0;
  }
  return `${gaps}|${values}`;
}

/** A number in base 32, the lowest digit first; all digits but the last are 32 higher. */
function encodeGap(gap: number): string {
  let rest = gap;
  let coded = '';
  while (rest >= 32) {
    coded += digits.charAt(32 + (rest % 32));
    rest = Math.floor(rest / 32);
  }
  return coded + digits.charAt(rest);
}

/** The weight of each unit of the digits; 0 for others below 128. */
const weightOfUnit = new Float64Array(128);
/** The value of each unit of the digits; 0 for others below 128. */
const valueOfUnit = new Uint8Array(128);
for (let i = 0; i < digits.length; i++) {
  weightOfUnit[digits.charCodeAt(i)] = weightOf(i - sizes);
  valueOfUnit[digits.charCodeAt(i)] = i;
}

/** Reads what `encodeWeights` wrote: fills `weights`, as far as they go, and gives the places that hold one, in order. */
export function readWeights(coded: string, weights: Float32Array): Int32Array {
  const bar = coded.indexOf('|');
  const places = new Int32Array(Math.max(0, bar));
  let count = 0;
  let position = -1;
  let gap = 0;
  let scale = 1;
  for (let i = 0; i < bar; i++) {
    const digit = valueOfUnit[coded.charCodeAt(i)] ?? 0;
    if (digit >= 32) {
      gap += (digit - 32) * scale;
      scale *= 32;
      continue;
    }
    position += gap + digit * scale + 1;
    gap = 0;
    scale = 1;
    if (position >= weights.length) break;
    weights[position] = weightOfUnit[coded.charCodeAt(bar + 1 + count)] ?? 0;
    places[count++] = position;
  }
  return places.subarray(0, count);
}

/** Reads what `encodeWeights` wrote into an array of the given length. Weights beyond its end are dropped. */
export function decodeWeights(coded: string, length: number): Float32Array {
  const weights = new Float32Array(length);
  readWeights(coded, weights);
  return weights;
}
