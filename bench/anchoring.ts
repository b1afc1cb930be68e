import { describe } from '#core/anchor/describe.ts';
import { matchAll } from '#core/anchor/match.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { growthExponent, median, table, timesOf } from './measure.ts';

/** A page of about `size` characters in which sentences differ: the article's sentences, each with a number of its own. */
function pageOf(
  article: string,
  size: number,
): { text: string; sentences: { start: number; end: number }[] } {
  const source = article.split(/(?<=[.?!”])\s+/).filter((sentence) => sentence.length > 30);
  const sentences: { start: number; end: number }[] = [];
  let text = '';
  for (let i = 0; text.length < size; i++) {
    const sentence = `${source[i % source.length] ?? ''} (${i * 7919})`;
    sentences.push({ start: text.length, end: text.length + sentence.length });
    text += sentence + (i % 5 === 4 ? '\n\n' : ' ');
  }
  return { text, sentences };
}

/** Finding saved passages again on a page of 140,000 characters, unchanged and with every passage edited. */
export function benchAnchoring(article: string): string {
  const { text, sentences } = pageOf(article, 140_000);
  const index = buildIndex(text);
  const at = (i: number, n: number): { start: number; end: number } =>
    sentences[Math.floor((i * sentences.length) / n)] ?? { start: 0, end: 1 };
  const edited = buildIndex(text.replaceAll(' the ', ' that very '));
  const points = [125, 250, 500, 1000].map((size) => {
    const saved = Array.from({ length: size }, (_, i) => describe(text, at(i, size), index));
    const same = median(timesOf(() => matchAll(saved, index), 3, 1));
    const changed = median(timesOf(() => matchAll(saved, edited), 3, 1));
    const found = matchAll(saved, edited).filter(({ span }) => span !== null).length;
    return { size, same, changed, found };
  });
  const rows = points.map(({ size, same, changed, found }) => [
    String(size),
    same.toFixed(0),
    changed.toFixed(0),
    `${((100 * found) / size).toFixed(1)} %`,
  ]);
  const growth = growthExponent(points.map(({ size, same }) => ({ size, ms: same })));
  const build = median(timesOf(() => buildIndex(text), 5, 2));
  return `## Anchoring (a page of ${text.length} characters; its index takes ${build.toFixed(0)} ms)\n\n${table(
    ['saved passages', 'text unchanged, ms', 'words changed, ms', 'found when changed'],
    rows,
  )}\n\ntime ~ passages^${growth.toFixed(2)}`;
}
