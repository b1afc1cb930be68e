import nlp from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { detect } from '#core/detect/detect.ts';
import { growthExponent, median, table, timesOf } from './measure.ts';

/** Speed of the detector against compromise, the usual JavaScript library, on the same text in the same run. */
export function benchDetection(article: string): string {
  const chars = article.length;
  const ours = median(timesOf(() => detect(article, { language: 'en' }), 60, 300));
  // What comes nearest to our work: people and quotations, without saying who speaks.
  const theirs = median(
    timesOf(
      () => {
        const doc = nlp(article);
        return [doc.people().json(), doc.quotations().json()];
      },
      30,
      40,
    ),
  );
  const wink = winkNlp(winkModel);
  const winks = median(
    timesOf(
      () => {
        const doc = wink.readDoc(article);
        return [doc.sentences().out(), doc.tokens().out(), doc.entities().out()];
      },
      30,
      40,
    ),
  );
  const speed = table(
    ['detector', 'ms an article', 'characters a ms', 'ratio'],
    [
      [
        'On Record: quotations, speakers, people',
        ours.toFixed(2),
        (chars / ours).toFixed(0),
        `${(theirs / ours).toFixed(1)} ×`,
      ],
      ['compromise: people, quotations', theirs.toFixed(2), (chars / theirs).toFixed(0), '1 ×'],
      [
        'wink-nlp: sentences, parts of speech, entities (no people)',
        winks.toFixed(2),
        (chars / winks).toFixed(0),
        `${(theirs / winks).toFixed(1)} ×`,
      ],
    ],
  );
  const sizes = [25_000, 100_000, 400_000, 1_600_000];
  const points = sizes.map((size) => {
    const text = `${article}\n\n`.repeat(Math.ceil(size / chars)).slice(0, size);
    return { size, ms: median(timesOf(() => detect(text, { language: 'en' }), 3, 1)) };
  });
  const growth = table(
    ['characters', 'ms', 'characters a ms'],
    points.map(({ size, ms }) => [String(size), ms.toFixed(0), (size / ms).toFixed(0)]),
  );
  return `## Detection (${chars} characters)\n\n${speed}\n\n${growth}\n\ntime ~ length^${growthExponent(points).toFixed(2)}`;
}
