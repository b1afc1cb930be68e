/** Characters that turn the direction of what follows them, until they are closed or the paragraph ends. */
const turns = /[\u202A-\u202E\u2066-\u2069]/u;
const isolates = /[\u2066-\u2069]/gu;
const close = '\u2069';

/** Whether words hold characters that turn the direction of writing. */
export const turnsDirection = (words: string): boolean => turns.test(words);

/**
 * Words that turn nothing but themselves: each isolate in them is closed, and none that stands around them. A page may name itself
 * with a turn that is never closed, which would run on through the sentence that the name stands in. Embeddings and overrides end
 * with the isolate around them (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export function closedTurns(words: string): string {
  let open = 0;
  const own = words.replace(isolates, (character) => {
    if (character !== close) open++;
    else if (open === 0) return '';
    else open--;
    return character;
  });
  return own + close.repeat(open);
}
