import type { Annotation } from '#core/annotation.ts';
import { htmlLink, htmlText } from './html-text.ts';
import { markdownDate } from './markdown-date.ts';
import { passageFacts } from './passage-facts.ts';
import type { CitedArticle } from './plain-text.ts';
import { quoted } from './quoted.ts';
import { oneLine } from './unicode.ts';

/**
 * A passage with its source for what takes formatted text: the same words as `quotedLine`, with a link.
 * @param language of the date, a BCP 47 tag
 */
export function quotedHtml(annotation: Annotation, article: CitedArticle | null, language = 'en'): string {
  const { exact, speaker, link } = passageFacts(annotation);
  const outlet = article?.outlet ?? article?.title ?? '';
  const facts = [speaker, outlet, markdownDate(article?.published ?? '', language)].map(oneLine);
  const known = facts.filter((fact) => fact !== '').map(htmlText);
  const cite = htmlText(annotation.target.source);
  return [
    `<blockquote cite="${cite}" dir="auto">${lines(quoted(exact))}</blockquote>`,
    `<p dir="auto">— ${[...known, htmlLink(link, link)].join(', ')}</p>`,
  ].join('\n');
}

/** A citation's lines as paragraphs, its addresses as links. */
export function citationHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p dir="auto">${linked(line)}</p>`)
    .join('\n');
}

function linked(line: string): string {
  return line
    .split(/(https?:\/\/\S*[^\s.,;:)\]])/)
    .map((part, index) => (index % 2 === 1 ? htmlLink(part, part) : htmlText(part)))
    .join('');
}

function lines(words: string): string {
  return words.split('\n').map(htmlText).join('<br>');
}
