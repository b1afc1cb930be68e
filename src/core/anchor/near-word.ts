/**
 * Whether two different words are close enough to be one word with a slip of the pen: one edit for words of four to
 * seven letters, two for longer ones. Edits as Damerau and Levenshtein count them (insert, drop, replace, swap two
 * neighbours); the optimal string alignment variant, which is enough for so few edits.
 */
export function isNearWord(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter < 4 || longer > 40) return false;
  const limit = shorter >= 8 ? 2 : 1;
  if (longer - shorter > limit) return false;
  // A slip rarely spoils both the first and the last letter, and most pairs of words end here.
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1)) return false;
  return distanceWithin(a, b, limit);
}

function distanceWithin(a: string, b: string, limit: number): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  const rows = aEnd - start;
  const columns = bEnd - start;
  if (rows === 0 || columns === 0) return Math.max(rows, columns) <= limit;
  // With the common ends gone, at most limit * 2 + 2 letters differ in words that pass.
  if (Math.min(rows, columns) > limit * 3 + 2) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= rows; i++) {
    const row = [i];
    for (let j = 1; j <= columns; j++) {
      const x = a.charCodeAt(start + i - 1);
      const y = b.charCodeAt(start + j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (x === y ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && x === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === y;
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return (last[columns] ?? limit + 1) <= limit;
}
