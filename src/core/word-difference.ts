import { plainWording } from './anchor/same-wording.ts';
import { SINGLE, WORD, kindAt } from './anchor/fold.ts';

/** A stretch of text that stands in both wordings, only in the old one, or only in the new one. */
export interface DifferencePiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond so many cells of its table, what differs is given as one piece: nobody reads such a difference word by word. */
const MOST_CELLS = 1_000_000;

/**
 * What has changed between two wordings, by words: the longest common subsequence (Wagner and Fischer), spaces and
 * punctuation being words of their own. The shape of quotation marks and dashes, and spaces, do not count as changes.
 * @returns pieces in order; those that are not `new` make up `before`, and those that are not `gone` have `after`'s words
 */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const [oldKeys, nowKeys] = [old.map(plainWording), now.map(plainWording)];
  let start = 0;
  while (start < old.length && start < now.length && oldKeys[start] === nowKeys[start]) start++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - start;
  while (tail < most && oldKeys[old.length - 1 - tail] === nowKeys[now.length - 1 - tail]) tail++;
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  return joined([
    ...old.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...differing(old.slice(start, oldEnd), now.slice(start, nowEnd)),
    ...old.slice(oldEnd).map((text) => ({ kind: 'same', text }) as const),
  ]);
}

/** Words, single characters of scripts without spaces, and what stands between, in order; nothing is left out. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let inWord = false;
  for (const char of text) {
    const isWord = kindAt(char, 0) === WORD;
    const isSpace = /^\s$/.test(char);
    const last = words.length - 1;
    // A space belongs to the word before it.
    if (last >= 0 && (isSpace || (isWord && inWord))) words[last] = `${words[last] ?? ''}${char}`;
    else words.push(char);
    inWord = isWord && kindAt(char, 0) !== SINGLE;
  }
  return words;
}

function differing(old: readonly string[], now: readonly string[]): DifferencePiece[] {
  const gone = (text: string): DifferencePiece => ({ kind: 'gone', text });
  const added = (text: string): DifferencePiece => ({ kind: 'new', text });
  if (old.length * now.length > MOST_CELLS) return [...old.map(gone), ...now.map(added)];
  const [a, b] = [old.map(plainWording), now.map(plainWording)];
  const width = now.length + 1;
  // lengths[i * width + j]: the longest common subsequence of what begins at i and at j.
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pieces: DifferencePiece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [one, two] = [old[i], now[j]];
    if (one !== undefined && two !== undefined && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: one });
      i++;
      j++;
    } else if (
      one !== undefined &&
      (two === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      pieces.push(gone(one));
      i++;
    } else {
      pieces.push(added(two ?? ''));
      j++;
    }
  }
  return pieces;
}

function joined(pieces: readonly DifferencePiece[]): DifferencePiece[] {
  const out: DifferencePiece[] = [];
  for (const { kind, text } of pieces) {
    const last = out.at(-1);
    if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  }
  return out;
}
