import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchAnchoring } from './anchoring/anchoring-bench.ts';
import { benchArticle } from './article/article-bench.ts';
import { benchDetection } from './detection.ts';
import { benchExport } from './export/export-bench.ts';
import { benchImport } from './import/import-bench.ts';
import { benchLibrary } from './library/library-bench.ts';
import { benchPage } from './page/page-bench.ts';
import { htmlText } from '../scripts/html-text.ts';

/**
 * `npm run bench [-- detection|anchoring|article|library|export|import|page …]`: prints the tables, all without a part named. `--most=N` reads N pages of
 * each corpus only; `--sizes=1000,1000000` measures the library and the export
 * at other numbers of annotations; a million take long to be filled in. `--megabytes=50,200` measures the import of files of these sizes. Ratios against a peer of the same run mean more than times on a busy machine.
 */
const { text: article } = htmlText(readFileSync('tests/fixtures/sample/article.html', 'utf8'));
const words = process.argv.slice(2);
const most = Number(words.find((word) => word.startsWith('--most='))?.slice(7) ?? Infinity);

const sizes = (words.find((word) => word.startsWith('--sizes='))?.slice(8) ?? '1000,100000')
  .split(',')
  .map(Number);

const megabytes = (words.find((word) => word.startsWith('--megabytes='))?.slice(12) ?? '20')
  .split(',')
  .map(Number);

const parts: Readonly<Record<string, () => string | Promise<string>>> = {
  detection: () => benchDetection(article),
  anchoring: () => benchAnchoring(article, most),
  article: () => benchArticle(most),
  library: () => benchLibrary(sizes),
  export: () => benchExport(sizes),
  import: () => benchImport(megabytes),
  page: async () => `## Page\n\n${await benchPage(most)}`,
};
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${Object.keys(parts).join(', ')}`);

console.log(
  `# Speed\n\n${cpus()[0]?.model ?? 'unknown machine'} × ${cpus().length}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
for (const [name, run] of Object.entries(parts)) {
  if (named.length === 0 || named.includes(name)) console.log(`\n${await run()}`);
}
