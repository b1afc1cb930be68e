import type { Annotation } from '#core/annotation.ts';
import type { ArticleGroup } from './article-group.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { filled, type ExportWords } from './export-words.ts';
import { htmlStyle } from './html-style.ts';
import { htmlLink, htmlText } from './html-text.ts';
import { markdownDate } from './markdown-date.ts';
import { passageFacts } from './passage-facts.ts';

/** One page that needs nothing else, to print or to hand to an editor. It may run no script and load nothing, by its own policy. */
export const html: Exporter = {
  format: 'html',
  label: 'exportHtml',
  group: 'reading',
  mime: 'text/html',
  extension: 'html',
  holds: 'kept',
  leaves: ['people'],
  begin: ({ exportedAt, title, options }) => {
    const name = title.trim() === '' ? 'On Record' : title;
    let before = headHtml(name, markdownDate(exportedAt, options.language), options);
    const taken = (): string => {
      const text = before;
      before = '';
      return text;
    };
    return {
      add: (group) => taken() + articleHtml(group, options),
      end: () => `${taken()}</main>\n</html>\n`,
    };
  },
};

function headHtml(title: string, day: string, { language, words }: ExportOptions): string {
  const direction = words.direction === 'rtl' ? ' dir="rtl"' : '';
  return [
    '<!doctype html>',
    `<html lang="${htmlText(language)}"${direction}>`,
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${htmlText(title)}</title>`,
    `<style>${htmlStyle}</style>`,
    '<main>',
    `<h1 dir="auto">${htmlText(title)}</h1>`,
    `<p class="exported">${htmlText(filled(words.exportedFrom, day))}</p>`,
    '',
  ].join('\n');
}

function articleHtml(
  { source, article, annotations }: ArticleGroup,
  { language, words }: ExportOptions,
): string {
  const title = article?.title.trim() ? article.title : source;
  const published = markdownDate(article?.published ?? '', language);
  const modified = markdownDate(article?.modified ?? '', language);
  const updated = modified === '' || modified === published ? '' : filled(words.updated, modified);
  const facts = [article?.byline, article?.outlet, article?.section, published, updated];
  const shown = facts.map((fact) => (fact ?? '').trim()).filter((fact) => fact !== '');
  return [
    '<section>',
    `<h2 dir="auto">${htmlLink(title, source)}</h2>`,
    ...(shown.length === 0 ? [] : [`<p class="facts" dir="auto">${factsHtml(shown)}</p>`]),
    ...annotations.map((annotation) => passageHtml(annotation, article?.language ?? '', words)),
    '</section>',
    '',
  ].join('\n');
}

/** Facts on one line, each running its own way; the line runs as the first does. */
function factsHtml([first = '', ...rest]: readonly string[]): string {
  return [htmlText(first), ...rest.map((fact) => `<bdi>${htmlText(fact)}</bdi>`)].join(' · ');
}

function passageHtml(annotation: Annotation, language: string, words: ExportWords): string {
  const { exact, speaker, cue, status, note, tags, link } = passageFacts(annotation, words);
  const lang = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) ? ` lang="${language}"` : '';
  const unknown =
    annotation.quotation === null || annotation.quotation.status === 'rejected'
      ? ''
      : `${htmlText(words.speakerUnknown)} · `;
  const who = speaker.trim() === '' ? unknown : `<b><bdi>${htmlText(speaker)}</bdi></b>${cueHtml(cue)} · `;
  return [
    `<figure id="${htmlText(annotation.id.replace('urn:uuid:', 'q-'))}">`,
    `<blockquote dir="auto"${lang} cite="${htmlText(annotation.target.source)}">${htmlText(exact)}</blockquote>`,
    `<figcaption>— ${who}${htmlText(status)} · ${htmlLink(words.inArticle, link)}</figcaption>`,
    ...(note.trim() === '' ? [] : [noteHtml(note, words)]),
    ...(tags.length === 0
      ? []
      : [`<p class="tags" dir="auto">${htmlText(filled(words.tags, tags.join(', ')))}</p>`]),
    '</figure>',
  ].join('\n');
}

function noteHtml(note: string, words: ExportWords): string {
  return `<div class="note"><p class="label">${htmlText(words.note)}</p><div dir="auto">${htmlText(note)}</div></div>`;
}

function cueHtml(cue: string): string {
  return cue.trim() === '' ? '' : ` (<bdi>${htmlText(cue)}</bdi>)`;
}
