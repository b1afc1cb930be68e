import { wordAt, type NameText } from './name-runs.ts';

/** The kind of words before a run, as a number below 16. */
export function leftContext(text: NameText, from: number): number {
  const left = wordAt(text, from - 1);
  const second = wordAt(text, from - 2);
  if (left.saying) return 1;
  if (left.title || left.softTitle) return 2;
  if (left.role) return 3;
  switch (left.lower) {
    case 'in':
    case 'at':
      return 4;
    case 'the':
      return 5;
    case 'by':
    case 'with':
      return 6;
    case 'of':
    case 'from':
    case 'to':
      return 7;
    case ',':
      return second.capital ? 8 : second.role ? 9 : 10;
    case 'and':
      return second.capital ? 11 : 12;
    case 'a':
    case 'an':
      return 13;
    case "'s":
      return 14;
    case '(':
      return 15;
    default:
      return 0;
  }
}

/** The kind of words after a run, as a number below 16. */
export function rightContext(text: NameText, to: number): number {
  const right = wordAt(text, to);
  const next = wordAt(text, to + 1);
  if (right.lower === "'s" || right.word === "'") return 1;
  if (right.saying) return 2;
  if (right.word === ',') {
    if (next.number) return wordAt(text, to + 2).word === ',' ? 3 : 8;
    if (next.lower === 'a' || next.lower === 'an' || next.lower === 'the') return 4;
    if (next.lower === 'who' || next.lower === 'whose') return 5;
    if (next.role) return 6;
    return next.capital ? 7 : 8;
  }
  if (right.lower === 'who') return 9;
  if (right.word === '(') return next.number || next.lower === 'born' ? 10 : 11;
  if (right.personal) return 12;
  if (right.lower === 'and') return next.capital ? 13 : 14;
  return 0;
}
