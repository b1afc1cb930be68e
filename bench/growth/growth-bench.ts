import { builtExtension } from '../built-extension.ts';
import { table } from '../measure.ts';
import { growPainting } from '../painting/painting-bench.ts';
import { asFigures } from '../results/figures.ts';
import { growInNode } from './grow-in-node.ts';
import { growStore } from './grow-store.ts';
import { exponentsOf, type Grown, GROWN_HEAD, rowOf } from './grown.ts';

const LIBRARIES = [1000, 10_000, 100_000, 1_000_000];
const SMALL_LIBRARIES = [1000, 3000, 10_000, 30_000];
const PASSAGES = [250, 1000, 4000, 16_000];

/**
 * How time and memory grow with the size, each at four sizes: the exponent is the slope of the least-squares line through the
 * logarithms. 1 is in proportion, 0 does not grow.
 */
export async function benchGrowth(article: string, isQuick: boolean): Promise<string> {
  builtExtension();
  const painting: Grown = {
    what: 'painting',
    unit: 'passages on the page',
    points: await growPainting(article, PASSAGES),
  };
  const grown = [
    ...(await growInNode(article)),
    painting,
    ...(await growStore(isQuick ? SMALL_LIBRARIES : LIBRARIES)),
  ];
  const shown = grown.map(({ what, unit, points }) => {
    const { time, memory } = exponentsOf(points);
    const [from, to] = [points[0]?.size ?? 0, points.at(-1)?.size ?? 0];
    const sizes = `${from.toLocaleString('en')} to ${to.toLocaleString('en')} ${unit}`;
    return [what, sizes, time.toFixed(2), memory === null ? '–' : memory.toFixed(2)];
  });
  return [
    'Processor time. Memory: of detection and anchoring what text, index and result hold, of export in Node what the library’s records hold (each part of the file is handed',
    'on), of painting the page’s heap, of the library the background’s heap, of its export the largest process of ours. The store’s rows are work of the same amount in libraries',
    'of these sizes: 0 means that the size of the library does not matter.',
    `\n${table(GROWN_HEAD, grown.map(rowOf))}`,
    `\n${asFigures('growth', table(['', 'from the smallest to the largest of four', 'time ~ size^', 'memory ~ size^'], shown))}`,
  ].join('\n');
}
