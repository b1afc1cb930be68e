import type { Annotation } from '#core/annotation.ts';
import { fileName } from '#core/export/file-name.ts';
import { passageFacts } from '#core/export/passage-facts.ts';
import { quotedHtml } from '#core/export/passage-html.ts';
import { type CitedArticle, quotedLine } from '#core/export/plain-text.ts';
import { currentLocale } from './text.ts';

/**
 * Fills a drag with a passage: formatted text, plain text, a link; and, where it is dropped on the desktop of a Chromium browser, a text
 * file. The words are those that *Copy as citation* gives, which is the way by keyboard.
 */
export function dragPassage(event: DragEvent, annotation: Annotation, article: CitedArticle | null): void {
  const data = event.dataTransfer;
  if (data === null) return;
  const text = quotedLine(annotation, article, currentLocale());
  const { exact, link } = passageFacts(annotation);
  data.setData('text/html', quotedHtml(annotation, article, currentLocale()));
  data.setData('text/uri-list', link);
  data.setData('text/plain', text);
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' }));
  data.setData('DownloadURL', `text/plain:${fileName(exact.slice(0, 60), '', 'txt', '')}:${url}`);
  data.effectAllowed = 'copyLink';
  event.currentTarget?.addEventListener('dragend', () => setTimeout(() => URL.revokeObjectURL(url), 60_000), {
    once: true,
  });
}
