import { median, table, takeTurns } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { readers } from './contestants.ts';
import { startCosts } from './start-cost.ts';

const rounds = 60;

/**
 * Speed of the detector against the JavaScript libraries that one would use instead, on the same text in the same run: processor time,
 * in turns. Then what it costs to have each of them at all.
 */
export async function benchDetection(article: string): Promise<string> {
  const chars = article.length;
  const times = takeTurns(
    readers.map(
      ({ read }) =>
        () =>
          read(article, { language: 'en' }),
    ),
    rounds,
  );
  const tenth = (sorted: readonly number[] | undefined): number =>
    sorted?.[Math.floor(rounds / 10)] ?? Number.NaN;
  const middle = (i: number): number => median(times[i] ?? []);
  const speed = table(
    [
      `processor time for an article of ${chars.toLocaleString('en')} characters, ${rounds} turns`,
      'ms, median',
      'ms, fastest tenth',
      'characters a ms',
      'ours is faster by',
    ],
    readers.map(({ name }, i) => [
      name,
      middle(i).toFixed(2),
      tenth(times[i]).toFixed(2),
      (chars / middle(i)).toFixed(0),
      i === 0 ? '–' : `${(middle(i) / middle(0)).toFixed(1)} ×`,
    ]),
  );
  return [
    asFigures('detection', speed),
    'What it costs to have them: each bundled and minified by esbuild, alone in a new Node, which reads the article once.',
    asFigures('detection-start', await startCosts(article)),
  ].join('\n\n');
}
