import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import type { ArticleGroup } from './article-group.ts';
import type { Exporter } from './exporter.ts';
import { markdownDate } from './markdown-date.ts';
import { passageFacts } from './passage-facts.ts';
import { oneLine, withoutControls } from './unicode.ts';

/** What a line of text says of an article. */
export type CitedArticle = Pick<ArticleRecord, 'title' | 'outlet' | 'published'>;

/** Text for a letter or a message: “…” — Speaker, Outlet, date, link; then whose word it is, and the note. */
export const plainText: Exporter = {
  format: 'text',
  label: 'exportText',
  mime: 'text/plain',
  extension: 'txt',
  holds: 'kept',
  begin: () => {
    let separator = '';
    return {
      add(group) {
        const text = separator + articleText(group);
        separator = '\n';
        return text;
      },
      end: () => '',
    };
  },
};

function articleText({ annotations, article }: ArticleGroup): string {
  return annotations.map((annotation) => `${passageText(annotation, article)}\n`).join('\n');
}

function passageText(annotation: Annotation, article: ArticleRecord | null): string {
  const { status, note, tags } = passageFacts(annotation);
  const labels = tags.map(oneLine).filter((tag) => tag !== '');
  return [
    quotedLine(annotation, article),
    `[${oneLine(status)}]`,
    withoutControls(note),
    labels.length === 0 ? '' : `Tags: ${labels.join(', ')}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * A passage with its source, for the clipboard: `“…” — Speaker, Outlet, 5 January 2026, https://…`. The article's own marks are not
 * doubled.
 */
export function quotedLine(annotation: Annotation, article: CitedArticle | null): string {
  const { exact, speaker, link } = passageFacts(annotation);
  const outlet = article?.outlet ?? article?.title ?? '';
  const facts = [speaker, outlet, markdownDate(article?.published ?? ''), link].map(oneLine);
  return `${quoted(exact)} — ${facts.filter((fact) => fact !== '').join(', ')}`;
}

/** The words within one pair of marks: those that they bring with them, or ours. */
export function quoted(exact: string): string {
  const words = withoutControls(exact).trim();
  return /^[“„«»‹›"‘‚].*[“”»«‹›"’‘]$/s.test(words) ? words : `“${words}”`;
}
