import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ArticleGroup } from './article-group.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { filled } from './export-words.ts';
import { markdownDate } from './markdown-date.ts';
import { passageFacts } from './passage-facts.ts';
import { quoted } from './quoted.ts';
import { oneLine, withoutControls } from './unicode.ts';
import { onePartEach } from './one-part-each.ts';

/** What a line of text says of an article. */
export type CitedArticle = Pick<ArticleRecord, 'title' | 'outlet' | 'published'>;

/** Text for a letter or a message: “…” — Speaker, Outlet, date, link; then whose word it is, and the note. */
export const plainText: Exporter = {
  format: 'text',
  label: 'exportText',
  group: 'reading',
  mime: 'text/plain',
  extension: 'txt',
  holds: 'kept',
  leaves: ['people'],
  begin: ({ options }) => onePartEach((group) => articleText(group, options)),
};

function articleText({ annotations, article, source }: ArticleGroup, options: ExportOptions): string {
  if (annotations.length === 0) {
    const day = markdownDate(article?.published ?? '', options.language);
    const facts = [article?.title, article?.outlet, day, source].map((fact) => oneLine(fact ?? ''));
    return `${facts.filter((fact) => fact !== '').join(', ')}\n`;
  }
  return annotations.map((annotation) => `${passageText(annotation, article, options)}\n`).join('\n');
}

function passageText(
  annotation: Annotation,
  article: ArticleRecord | null,
  { language, words }: ExportOptions,
): string {
  const { status, note, tags } = passageFacts(annotation, words);
  const labels = tags.map(oneLine).filter((tag) => tag !== '');
  return [
    quotedLine(annotation, article, language),
    `[${oneLine(status)}]`,
    note.trim() === '' ? '' : `${words.note} ${withoutControls(note)}`,
    labels.length === 0 ? '' : filled(words.tags, labels.join(', ')),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * A passage with its source, for the clipboard: `“…” — Speaker, Outlet, 5 January 2026, https://…`. The article's own marks are not
 * doubled.
 * @param language of the date, a BCP 47 tag
 */
export function quotedLine(annotation: Annotation, article: CitedArticle | null, language = 'en'): string {
  const { exact, speaker, link } = passageFacts(annotation);
  const outlet = article?.outlet ?? article?.title ?? '';
  const facts = [speaker, outlet, markdownDate(article?.published ?? '', language), link].map(oneLine);
  return `${quoted(exact)} — ${facts.filter((fact) => fact !== '').join(', ')}`;
}
