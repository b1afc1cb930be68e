import { describe } from '#core/anchor/describe.ts';
import { matchAll } from '#core/anchor/match.ts';
import { buildIndex } from '#core/anchor/text-index.ts';
import { detect } from '#core/detect/detect.ts';
import type { ArticleGroup } from '#core/export/article-group.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { exporters } from '#core/export/registry.ts';
import { editEverySentence, longPage, spread } from '../anchoring/long-page.ts';
import { groupOf } from '../library/library-group.ts';
import { AN_ARTICLE } from '../library/library-records.ts';

/** What is measured in a Node of its own at four sizes. */
export interface Subject {
  readonly unit: string;
  readonly sizes: readonly number[];
  /** Makes the input of a size, and answers the work on it, whose result is what the caller would hold. */
  readonly prepare: (article: string, size: number) => () => unknown;
}

/** One passage for so many characters of a page. */
const EACH_PASSAGE = 1400;

const textOf = (article: string, size: number): string =>
  `${article}\n\n`.repeat(Math.ceil(size / article.length)).slice(0, size);

/** By name. */
export const subjects: Readonly<Record<string, Subject>> = {
  detection: {
    unit: 'characters',
    sizes: [25_000, 100_000, 400_000, 1_600_000],
    prepare(article, size) {
      const text = textOf(article, size);
      return () => detect(text, { language: 'en' });
    },
  },
  'anchoring: describing': {
    unit: 'characters, a passage for each 1,400',
    sizes: [35_000, 140_000, 560_000, 2_240_000],
    prepare(article, size) {
      const { text, spans } = passagesOn(article, size);
      return () => {
        const index = buildIndex(text);
        return { index, saved: spans.map((span) => describe(text, span, index)) };
      };
    },
  },
  'anchoring: finding all again, every sentence edited': {
    unit: 'characters, a passage for each 1,400',
    sizes: [35_000, 140_000, 560_000, 2_240_000],
    prepare(article, size) {
      const { text, spans } = passagesOn(article, size);
      const before = buildIndex(text);
      const saved = spans.map((span) => describe(text, span, before));
      const edited = editEverySentence(text);
      return () => {
        const index = buildIndex(edited);
        return { index, matches: matchAll(saved, index) };
      };
    },
  },
  'export: all formats': {
    unit: 'annotations',
    sizes: [100, 400, 1600, 6400],
    prepare(_article, size) {
      const groups = Array.from({ length: Math.ceil(size / AN_ARTICLE) }, (_, i) => groupOf(i, size));
      return () => exporters.map((one) => lengthOf(one.format, groups));
    },
  },
};

function passagesOn(article: string, size: number) {
  const { text, sentences } = longPage(article, size);
  return { text, spans: spread(sentences, Math.round(size / EACH_PASSAGE)) };
}

/** Writes a file and lets go of each part, as one does that goes to the disk. */
function lengthOf(format: string, groups: readonly ArticleGroup[]): number {
  const exporter = exporters.find((one) => one.format === format);
  const about = { exportedAt: '2026-01-05T08:00:00.000Z', title: '', options: defaultOptions };
  const writing = exporter?.begin(about);
  const parts = groups.map((group) => writing?.add(group).length ?? 0);
  return parts.reduce((sum, length) => sum + length, writing?.end().length ?? 0);
}
