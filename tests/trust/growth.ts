import { cpuMs } from '#tests/cpu-ms.ts';

/** So long, in ms of CPU, should the shortest text take, or what is constant hides how the rest grows. */
const least = 6;
/** So often are the three lengths measured. */
const rounds = 5;
/** A text that may not be longer is read more than once, but no more often than this. */
const mostRepeats = 20;

/** How the time of a call grows with the length of its text. */
export interface Growth {
  /** 1: in proportion; 2: with the square. 0 where even the longest text takes no time worth measuring. */
  readonly exponent: number;
  /** In ms of CPU, for n, 2n and 4n UTF-16 units. */
  readonly times: readonly [number, number, number];
  readonly length: number;
}

/**
 * Measures how the time grows of what is done with a text that is one piece again and again, from `from` up to `most` UTF-16 units. Of
 * each length the least of several times counts: what it costs by itself is in every one, another's work and the collecting of
 * garbage in some.
 */
export function growthOf(
  run: (text: string) => unknown,
  piece: string,
  most: number,
  from = Math.min(500, most / 4),
): Growth {
  const textOf = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const timeOf = (text: string, times = 1): number =>
    cpuMs(() => {
      for (let i = 0; i < times; i++) run(text);
    }) / times;
  let length = from;
  const isShort = (): boolean => Math.min(...Array.from({ length: 3 }, () => timeOf(textOf(length)))) < least;
  run(textOf(length));
  while (length * 8 <= most && isShort()) length *= 2;
  const texts = [textOf(length), textOf(length * 2), textOf(length * 4)] as const;
  const repeats = Math.max(1, Math.min(mostRepeats, Math.round(least / Math.max(timeOf(texts[0]), 0.1))));
  // The longest first, unmeasured: the engine compiles anew what turns out to run long.
  run(texts[2]);
  // One after the other and again, so that what slows the machine meanwhile slows all of them.
  const all = Array.from({ length: rounds }, () => texts.map((text) => timeOf(text, repeats)));
  const [one = 0, two = 0, four = 0] = texts.map((_text, i) =>
    Math.min(...all.map((round) => round[i] ?? 0)),
  );
  // What grows with the square does so at every step; a cold start or the collecting of garbage makes one step alone look so.
  const steps = [two / Math.max(one, 0.5), four / Math.max(two, 0.5)].map(Math.log2);
  return { exponent: four < 2 * least ? 0 : Math.min(...steps), times: [one, two, four], length };
}

/**
 * The smallest growth of up to four measurements: what slows the machine for a moment never does so each time. Each is of longer
 * texts than the one before, as far as `most` lets it: there what really grows with the square shows more clearly, and noise less.
 */
export function surelyGrows(
  run: (text: string) => unknown,
  piece: string,
  most: number,
  bound: number,
): Growth {
  let best = growthOf(run, piece, most);
  let { length } = best;
  for (let again = 0; again < 3 && best.exponent >= bound; again++) {
    length = Math.min(length * 2, Math.floor(most / 4));
    const next = growthOf(run, piece, most, length);
    if (next.exponent < best.exponent) best = next;
  }
  return best;
}
