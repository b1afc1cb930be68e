import { cpuMs } from '#tests/cpu-ms.ts';

/** So long, in ms of CPU, should the shortest text take, or what is constant hides how the rest grows. */
const least = 6;
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Measures how the time grows of what is done with a text that is one piece again and again, up to `most` UTF-16 units. */
export function growthOf(run: (text: string) => unknown, piece: string, most: number): Growth {
  const textOf = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const timeOf = (text: string, times = 1): number =>
    cpuMs(() => {
      for (let i = 0; i < times; i++) run(text);
    }) / times;
  let length = Math.min(500, most / 4);
  run(textOf(length));
  while (length * 8 <= most && Math.min(timeOf(textOf(length)), timeOf(textOf(length))) < least) length *= 2;
  const texts = [textOf(length), textOf(length * 2), textOf(length * 4)] as const;
  const repeats = Math.max(1, Math.min(mostRepeats, Math.round(least / Math.max(timeOf(texts[0]), 0.1))));
  // The longest first, unmeasured: the engine compiles anew what turns out to run long.
  run(texts[2]);
  // One after the other and again, so that what slows the machine meanwhile slows all of them.
  const rounds = Array.from({ length: 3 }, () => texts.map((text) => timeOf(text, repeats)));
  const [one = 0, two = 0, four = 0] = texts.map((_text, i) => median(rounds.map((round) => round[i] ?? 0)));
  // What grows with the square does so at every step; a cold start or the collecting of garbage makes one step alone look so.
  const steps = [two / Math.max(one, 0.5), four / Math.max(two, 0.5)].map(Math.log2);
  return { exponent: four < 2 * least ? 0 : Math.min(...steps), times: [one, two, four], length };
}

/** The smallest growth of up to three measurements: what slows the machine for a moment never does so three times. */
export function surelyGrows(
  run: (text: string) => unknown,
  piece: string,
  most: number,
  bound: number,
): Growth {
  let best = growthOf(run, piece, most);
  for (let again = 0; again < 3 && best.exponent >= bound; again++) {
    const next = growthOf(run, piece, most);
    if (next.exponent < best.exponent) best = next;
  }
  return best;
}
