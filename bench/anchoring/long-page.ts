/** A page of about `size` characters in which sentences differ: the article's sentences, each with a number of its own. */
export function longPage(
  article: string,
  size: number,
): { text: string; sentences: { start: number; end: number }[] } {
  const source = article.split(/(?<=[.?!”])\s+/).filter((sentence) => sentence.length > 30);
  const sentences: { start: number; end: number }[] = [];
  let text = '';
  for (let i = 0; text.length < size; i++) {
    const words = (source[i % source.length] ?? '').replaceAll(/\s+/g, ' ');
    const sentence = `${words} (${i * 7919})`;
    sentences.push({ start: text.length, end: text.length + sentence.length });
    text += sentence + (i % 5 === 4 ? '\n\n' : ' ');
  }
  return { text: text.trimEnd(), sentences };
}

/** Passages spread over the page. */
export function spread<T>(list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]).filter(
    (one) => one !== undefined,
  );
}

/** Every sentence in other words: frequent ones are replaced, and one in nine of the long ones is misspelt. */
export function editEverySentence(text: string): string {
  let n = 0;
  return text
    .replaceAll(/\bthe\b/g, 'that very')
    .replaceAll(/\b\p{Ll}{6,}\b/gu, (word) => (n++ % 9 === 0 ? word.slice(0, 2) + word.slice(3) : word))
    .replaceAll(/ \(/g, ' as told (');
}
