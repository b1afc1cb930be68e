import type { Phrase } from './noun-phrases.ts';
import { together, type Syntax } from './syntax.ts';

/** Several names in a row, “Ana Ruiz, Tom Weller and Lena Ode”: so many at most. */
const MOST_CONJUNCTS = 6;

const speaksToo = (p: Phrase | undefined): p is Phrase =>
  p !== undefined && p.voice === 2 && p.kind !== 'pronoun';

/** “Ana Ruiz and Tom Weller wrote”: from the last of several subjects to all of them. */
export function withConjunct(x: Syntax, last: Phrase): Phrase {
  const k = last.from - 1;
  if (!speaksToo(last) || x.tags[k] !== 'C' || !together(x, k - 1, last.from)) return last;
  let first = x.phrases.endingAt.get(x.tags[k - 1] === ',' ? k - 1 : k);
  if (!speaksToo(first)) return last;
  for (let n = 2; n < MOST_CONJUNCTS && x.tags[first.from - 1] === ','; n++) {
    const earlier = x.phrases.endingAt.get(first.from - 1);
    if (!speaksToo(earlier) || earlier.kind !== 'name' || first.kind !== 'name') break;
    first = earlier;
  }
  const before = x.tags[first.from - 1];
  const clear = !together(x, first.from - 1, k) || before === 'Q' || before === ',' || before === '.';
  return clear ? { ...last, from: first.from } : last;
}

/** “…,” said Ana Ruiz and Tom Weller: the same right of the verb, as long as no verb follows the second. */
export function withNext(x: Syntax, first: Phrase): Phrase {
  let k = first.to;
  // “said Ana Ruiz, Tom Weller and Lena Ode”
  for (let n = 2; n < MOST_CONJUNCTS && x.tags[k] === ',' && first.kind === 'name'; n++) {
    const more = x.phrases.startingAt.get(k + 1);
    const after = more && x.o.lower[more.to];
    if (more?.kind !== 'name' || !speaksToo(more) || (after !== ',' && after !== 'and')) break;
    k = more.to;
  }
  if (!speaksToo(first) || x.o.lower[k] !== 'and' || !together(x, first.from, k + 1)) return first;
  const second = x.phrases.startingAt.get(k + 1);
  if (!speaksToo(second) || second.kind !== first.kind) return first;
  const next = together(x, k, second.to) ? x.tags[second.to] : undefined;
  return next === 'V' || next === 'X' || next === 'R' ? first : { ...first, to: second.to };
}
