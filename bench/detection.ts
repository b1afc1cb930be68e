import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { detect } from '#core/detect/detect.ts';
import { growthExponent, median, runFor, table, takeTurns } from './measure.ts';

const rounds = 60;

/**
 * Speed of the detector against compromise, the usual JavaScript library, on the same text in the same run: processor time, in turns.
 */
export function benchDetection(article: string): string {
  const chars = article.length;
  const wink = winkNlp(winkModel);
  const contestants: readonly (readonly [name: string, work: () => unknown])[] = [
    ['On Record: quotations, speakers, people', () => detect(article, { language: 'en' })],
    // What comes nearest to our work: people and quotations, without saying who speaks.
    [
      'compromise: people, quotations',
      () => {
        const doc = nlp(article);
        return [doc.people().json(), doc.quotations().json()];
      },
    ],
    [
      'wink-nlp: sentences, parts of speech, entities (no people)',
      () => {
        const doc = wink.readDoc(article);
        return [doc.sentences().out(), doc.tokens().out(), doc.entities().out()];
      },
    ],
  ];
  const times = takeTurns(
    contestants.map(([, work]) => work),
    rounds,
  );
  const tenth = (sorted: readonly number[] | undefined): number =>
    sorted?.[Math.floor(rounds / 10)] ?? Number.NaN;
  const middle = (i: number): number => median(times[i] ?? []);
  const speed = table(
    ['detector', 'ms an article: median', 'fastest tenth', 'characters a ms', 'ratio of the medians'],
    contestants.map(([name], i) => [
      name,
      middle(i).toFixed(2),
      tenth(times[i]).toFixed(2),
      (chars / middle(i)).toFixed(0),
      `${(middle(1) / middle(i)).toFixed(1)} ×`,
    ]),
  );
  const sizes = [25_000, 100_000, 400_000, 1_600_000];
  const points = sizes.map((size) => {
    const text = `${article}\n\n`.repeat(Math.ceil(size / chars)).slice(0, size);
    const work = (): unknown => detect(text, { language: 'en' });
    // What was compiled for one article is compiled anew for a text of another kind.
    runFor(work, 1000);
    return { size, ms: runFor(work, 300) };
  });
  const growth = table(
    ['characters', 'ms', 'characters a ms'],
    points.map(({ size, ms }) => [String(size), ms.toFixed(0), (size / ms).toFixed(0)]),
  );
  return `## Detection (${chars} characters, processor time in ${rounds} turns)\n\n${speed}\n\n${growth}\n\ntime ~ length^${growthExponent(points).toFixed(2)}`;
}
