import { readFileSync } from 'node:fs';
import { htmlText } from '../scripts/html-text.ts';
import { benchAccuracy } from './accuracy/accuracy-bench.ts';
import { benchAnchoring } from './anchoring/anchoring-bench.ts';
import { benchArticle } from './article/article-bench.ts';
import { benchDetection } from './detection/detection-bench.ts';
import { benchExport } from './export/export-bench.ts';
import { benchGrowth } from './growth/growth-bench.ts';
import { benchImport } from './import/import-bench.ts';
import { benchLibrary } from './library/library-bench.ts';
import { benchPage } from './page/page-bench.ts';
import { benchPainting } from './painting/painting-bench.ts';
import type { Part } from './part.ts';
import { benchSearch } from './search/search-bench.ts';
import { benchSizes } from './sizes-bench.ts';
import { benchReplicas } from './sync/replicas-bench.ts';
import { benchSync } from './sync/sync-bench.ts';

const { text: article } = htmlText(readFileSync('tests/fixtures/sample/article.html', 'utf8'));

/** What can be measured, by the word that names it on the command line, in the order of the results. */
export const parts: Readonly<Record<string, Part>> = {
  accuracy: { heading: 'Accuracy', peers: ['compromise', 'wink-nlp'], run: () => benchAccuracy() },
  detection: {
    heading: 'Detection',
    peers: ['compromise', 'wink-nlp', 'wink-eng-lite-web-model'],
    run: () => benchDetection(article),
  },
  article: {
    heading: 'Article',
    peers: ['@mozilla/readability', 'defuddle'],
    needsBrowser: true,
    run: ({ most }) => benchArticle(most),
  },
  anchoring: {
    heading: 'Anchoring',
    peers: ['dom-anchor-text-quote', '@apache-annotator/dom'],
    needsBrowser: true,
    run: ({ most }) => benchAnchoring(article, most),
  },
  painting: {
    heading: 'Painting',
    peers: ['@apache-annotator/dom'],
    needsBrowser: true,
    run: () => benchPainting(article),
  },
  search: {
    heading: 'Search',
    peers: ['minisearch'],
    needsBrowser: true,
    run: ({ sizes }) => benchSearch(sizes),
  },
  page: { heading: 'Page', needsBrowser: true, run: ({ most }) => benchPage(most) },
  library: { heading: 'Library', needsBrowser: true, run: ({ sizes }) => benchLibrary(sizes) },
  export: { heading: 'Export', needsBrowser: true, run: ({ sizes }) => benchExport(sizes) },
  import: { heading: 'Import', needsBrowser: true, run: ({ megabytes }) => benchImport(megabytes) },
  growth: { heading: 'Growth', needsBrowser: true, run: ({ isQuick }) => benchGrowth(article, isQuick) },
  sync: {
    heading: 'Sync',
    peers: ['express-pouchdb'],
    needsBrowser: true,
    run: ({ isQuick }) => benchSync(isQuick),
  },
  replicas: { heading: 'Replicas', peers: ['express-pouchdb'], run: ({ isQuick }) => benchReplicas(isQuick) },
  sizes: { heading: 'Sizes', run: () => benchSizes() },
};
