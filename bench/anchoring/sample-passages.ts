import type { Random } from './random.ts';
import type { TrackedText } from './tracked-text.ts';

/** A passage of the page as it was saved, by the numbers of its text's units. */
export interface Passage {
  readonly first: number;
  readonly end: number;
  readonly words: string;
}

const PARAGRAPHS = 'p, li, blockquote';
const SHORTEST_PARAGRAPH = 60;
const QUOTATION = /[“„«"]([^“”„«»"]{12,300})[”“»"]/g;

/** Paragraphs of running text: their own text nodes, no lists of links. */
export function paragraphsOf(root: Element): Element[] {
  return [...root.querySelectorAll(PARAGRAPHS)].filter((element) => {
    const text = element.textContent ?? '';
    const linked = [...element.querySelectorAll('a')].reduce(
      (sum, a) => sum + (a.textContent?.length ?? 0),
      0,
    );
    return (
      text.trim().length >= SHORTEST_PARAGRAPH &&
      linked < text.length / 2 &&
      !element.querySelector(PARAGRAPHS) &&
      !element.closest('nav, footer, aside, form, script, template, noscript, [hidden]') &&
      element.checkVisibility()
    );
  });
}

/** Sentences, quotations and phrases of the page's paragraphs that stand on it once; none overlaps another. */
export function samplePassages(root: Element, text: TrackedText, count: number, random: Random): Passage[] {
  const all = [...text.nodes()];
  const page = all.map(({ data }) => data).join('');
  const spans = paragraphsOf(root).flatMap((element) => {
    const nodes = all.filter((node) => element.contains(node));
    const words = nodes.map(({ data }) => data).join('');
    const start = nodes[0] ? (text.numbersIn(nodes[0])[0] ?? -1) : -1;
    return start < 0
      ? []
      : stretchesOf(words, random).map(([from, to]) => [start + from, start + to] as const);
  });
  const chosen: Passage[] = [];
  for (const [first, end] of random.shuffled(spans)) {
    if (chosen.length >= count) break;
    const words = page.slice(first, end);
    const once = page.indexOf(words) === first && page.indexOf(words, first + 1) < 0;
    if (once && !chosen.some((other) => first < other.end + 2 && end > other.first - 2))
      chosen.push({ first, end, words });
  }
  return chosen;
}

function stretchesOf(words: string, random: Random): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const found of words.matchAll(QUOTATION)) stretches.push([found.index, found.index + found[0].length]);
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(
    words,
  )) {
    const sentence = segment.trim();
    const from = index + segment.indexOf(sentence);
    if (sentence.length < 25 || sentence.length > 400) continue;
    stretches.push([from, from + sentence.length]);
    const tokens = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)];
    const at = random.below(Math.max(1, tokens.length - 4));
    const [one, last] = [tokens[at], tokens[at + 2 + random.below(3)]];
    if (one && last && random.next() < 0.4)
      stretches.push([from + one.index, from + last.index + last[0].length]);
  }
  return stretches;
}
