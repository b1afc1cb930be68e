import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { benchAnchoring } from './anchoring.ts';
import { benchDetection } from './detection.ts';
import { htmlText } from '../scripts/html-text.ts';

/** `npm run bench`: prints the speed tables. Ratios against a peer of the same run mean more than times on a busy machine. */
const { text: article } = htmlText(readFileSync('tests/fixtures/sample/article.html', 'utf8'));

console.log(
  `# Speed\n\n${cpus()[0]?.model ?? 'unknown machine'} × ${cpus().length}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
);
console.log(benchDetection(article));
console.log(`\n${benchAnchoring(article)}`);
