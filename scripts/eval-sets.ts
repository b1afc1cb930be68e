import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { detect } from '#core/detect/detect.ts';
import type { DetectOptions, Detection } from '#core/detect/types.ts';
import { emptyCounts, scoreArticle, type Counts, type GoldArticle } from './eval-score.ts';

const OWN = 'tests/fixtures/gold';
const OTHERS = ['../shared/eval/quotes', '../shared/eval/people'];

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

/** Our own gold set, and the dev sets beside the project when they are there. */
export const goldFiles = (): string[] => [
  ...filesIn(OWN, '.jsonl'),
  ...OTHERS.flatMap((folder) => filesIn(folder, '.dev.jsonl')),
];

/** The articles of a gold file (the format is in eval-score.ts). @throws when a line is none */
function readGold(file: string): GoldArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const value = JSON.parse(line) as Partial<GoldArticle>;
      if (typeof value.text !== 'string') throw new Error(`${file}: a line has no "text"`);
      return {
        ...value,
        id: value.id ?? '',
        text: value.text,
        quotes: value.quotes ?? [],
        people: value.people ?? [],
      };
    });
}

/** The language of a set whose lines do not say it, from the file's name. */
function languageOf(file: string): string {
  return basename(file).startsWith('german-news') ? 'de' : 'en';
}

/**
 * What a detector finds on a gold file, scored.
 * @param find ours without it
 * @throws when the file cannot be read
 */
export function measureSet(
  file: string,
  find: (text: string, options: DetectOptions) => Detection = detect,
): Counts {
  const counts = emptyCounts();
  const articles = readGold(file);
  const labelled = {
    quotes: articles.some((article) => article.quotes.length > 0),
    people: articles.some((article) => article.people.length > 0),
  };
  for (const article of articles) {
    const start = performance.now();
    const found = find(article.text, { language: article.language ?? languageOf(file) });
    scoreArticle(counts, article, found, performance.now() - start, labelled);
  }
  return counts;
}
