/** A tree of the page: its document, or an open shadow root. */
export type Tree = Document | ShadowRoot;

/** How much running text there is. */
export interface Measured {
  readonly paragraphs: number;
  /** UTF-16 units in them. */
  readonly length: number;
  /** The most of them that stand side by side. */
  readonly run: number;
}

const LONG_PARAGRAPH = 80;
/** Lines between `<br>` are shorter, and no teaser is made of them. */
const LONG_LINE = 40;
/** So much is a story; more need not be counted. */
const ENOUGH_BESIDE = 12;
const ENOUGH_TEXT = 3000;
const MOST_HOLDERS = 20;

/** Paragraphs of running text: long, and no links. Stops as soon as it has seen enough; takes no layout. */
export function measureText(trees: readonly Tree[]): Measured {
  const beside = new Map<Element | null, number>();
  let paragraphs = 0;
  let length = 0;
  let run = 0;
  for (const tree of trees) {
    for (const paragraph of elementsOf(tree, 'p')) {
      const text = (paragraph.textContent ?? '').length;
      if (text < LONG_PARAGRAPH || paragraph.closest('a, nav, footer')) continue;
      paragraphs++;
      length += text;
      const count = (beside.get(paragraph.parentElement) ?? 0) + 1;
      beside.set(paragraph.parentElement, count);
      run = Math.max(run, count);
      if (run >= ENOUGH_BESIDE && length > ENOUGH_TEXT) return { paragraphs, length, run };
    }
  }
  return paragraphs > 0 ? { paragraphs, length, run } : measureLines(trees);
}

/** Some sites have no `<p>` at all: their paragraphs are text between line breaks, or one element's whole text. */
function measureLines(trees: readonly Tree[]): Measured {
  let paragraphs = 0;
  let length = 0;
  for (const tree of trees) {
    const parents = new Set([...elementsOf(tree, 'br')].map(({ parentElement }) => parentElement));
    for (const node of [...parents].flatMap((parent) => [...(parent?.childNodes ?? [])])) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').trim().length : 0;
      if (text < LONG_LINE) continue;
      paragraphs++;
      length += text;
    }
  }
  const holders = trees.flatMap((tree) => [
    ...tree.querySelectorAll('article, [itemprop~="articleBody"], main'),
  ]);
  const whole = holders.slice(0, MOST_HOLDERS).map((holder) => (holder.textContent ?? '').trim().length);
  return { paragraphs, length: Math.max(length, ...whole), run: 0 };
}

/** A live list stops costing where reading it stops; a shadow root has none. */
const elementsOf = (tree: Tree, name: string): Iterable<Element> =>
  'getElementsByTagName' in tree ? tree.getElementsByTagName(name) : tree.querySelectorAll(name);
