import { readFileSync } from 'node:fs';
import { htmlText } from '../../scripts/html-text.ts';

/** Words of English as it is written, each once, in the order in which they came. */
export function realWords(): readonly string[] {
  const text = htmlText(readFileSync('tests/fixtures/sample/article.html', 'utf8')).text;
  return [...new Set(`${text} ${readFileSync('docs/guide.md', 'utf8')}`.match(/\p{L}+/gu))];
}
