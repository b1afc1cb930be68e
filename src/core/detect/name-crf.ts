/** Labels of a token of a run: outside any name, begins one, goes on with one. */
export const label = { outside: 0, begin: 1, inside: 2 } as const;

/** The longest run that a lattice holds. */
const latticeLimit = 48;

/** Stands for the score of what cannot be: no name goes on that has not begun. */
const impossible = -1e30;

/**
 * The scores of all labellings of one run in a linear-chain conditional random field (Lafferty, McCallum and
 * Pereira, 2001): `emission[i * 3 + y]` for label y at token i, `transition[i * 9 + x * 3 + y]` for y at i after x.
 * Reused from run to run.
 */
export class Lattice {
  length = 0;
  readonly emission = new Float64Array(latticeLimit * 3);
  readonly transition = new Float64Array(latticeLimit * 9);
  readonly forward = new Float64Array(latticeLimit * 3);
  readonly backward = new Float64Array(latticeLimit * 3);
  private readonly from = new Uint8Array(latticeLimit * 3);

  /** Sets the scores of token i; that of `outside` is 0 by definition. */
  emit(i: number, begin: number, inside: number): void {
    this.emission[i * 3] = 0;
    this.emission[i * 3 + 1] = begin;
    this.emission[i * 3 + 2] = inside;
  }

  /** Makes what is impossible so, once emission and transition are filled. */
  constrain(): void {
    this.emission[label.inside] = impossible;
    for (let i = 1; i < this.length; i++) this.transition[i * 9 + label.inside] = impossible;
  }

  /** Fills `forward` and `backward` (natural logarithms) and gives the logarithm of the sum over all labellings. */
  sum(): number {
    const { emission: e, transition: t, forward: f, backward: b, length: n } = this;
    for (let y = 0; y < 3; y++) f[y] = e[y] ?? 0;
    for (let i = 1; i < n; i++) {
      for (let y = 0; y < 3; y++) {
        f[i * 3 + y] =
          at(e, i * 3 + y) +
          logSum(
            at(f, i * 3 - 3) + at(t, i * 9 + y),
            at(f, i * 3 - 2) + at(t, i * 9 + 3 + y),
            at(f, i * 3 - 1) + at(t, i * 9 + 6 + y),
          );
      }
    }
    b[n * 3 - 3] = b[n * 3 - 2] = b[n * 3 - 1] = 0;
    for (let i = n - 2; i >= 0; i--) {
      for (let x = 0; x < 3; x++) {
        const k = i * 9 + 9 + x * 3;
        b[i * 3 + x] = logSum(
          at(t, k) + at(e, i * 3 + 3) + at(b, i * 3 + 3),
          at(t, k + 1) + at(e, i * 3 + 4) + at(b, i * 3 + 4),
          at(t, k + 2) + at(e, i * 3 + 5) + at(b, i * 3 + 5),
        );
      }
    }
    return logSum(at(f, n * 3 - 3), at(f, n * 3 - 2), at(f, n * 3 - 1));
  }

  /** The probability of label y at token i, after `sum` has given `total`. */
  marginal(i: number, y: number, total: number): number {
    return Math.exp(at(this.forward, i * 3 + y) + at(this.backward, i * 3 + y) - total);
  }

  /** The best labelling (Viterbi). Overwrites `forward`. */
  best(out: Uint8Array): void {
    const { emission: e, transition: t, forward: f, from, length: n } = this;
    for (let y = 0; y < 3; y++) f[y] = at(e, y);
    for (let i = 1; i < n; i++) {
      for (let y = 0; y < 3; y++) {
        let score = impossible * 2;
        let chosen = 0;
        for (let x = 0; x < 3; x++) {
          const sum = at(f, i * 3 - 3 + x) + at(t, i * 9 + x * 3 + y);
          if (sum > score) {
            score = sum;
            chosen = x;
          }
        }
        f[i * 3 + y] = score + at(e, i * 3 + y);
        from[i * 3 + y] = chosen;
      }
    }
    let y = 0;
    for (let x = 1; x < 3; x++) if (at(f, n * 3 - 3 + x) > at(f, n * 3 - 3 + y)) y = x;
    for (let i = n - 1; i >= 0; i--) {
      out[i] = y;
      y = from[i * 3 + y] ?? 0;
    }
  }
}

function at(array: Float64Array, i: number): number {
  return array[i] ?? 0;
}

function logSum(a: number, b: number, c: number): number {
  const top = Math.max(a, b, c);
  return top < -1e29 ? impossible : top + Math.log(expOf(a - top) + expOf(b - top) + expOf(c - top));
}

/** `Math.exp` of what is not above 0. One of three is 0, and often one is what cannot be: no need to compute these. */
function expOf(x: number): number {
  return x === 0 ? 1 : x < -746 ? 0 : Math.exp(x);
}
