import { noteOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf, quoteOf } from '#core/annotation-passage.ts';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import { speakerName } from '#core/speaker-name.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import type { ArticleGroup } from './article-group.ts';
import type { Exporter, ExportOptions } from './exporter.ts';
import { filled, type ExportWords } from './export-words.ts';
import { markdownDate } from './markdown-date.ts';
import { markdownAddress, markdownInside, markdownLine, markdownParagraphs } from './markdown-text.ts';
import { whoseWord } from './whose-word.ts';

/**
 * CommonMark for people: article by article, each quotation with its speaker, whose word that is, and the note. What
 * the reader has only rejected is left out; with a note or tags it is written, and said to be no quotation. Notes are Markdown and stand verbatim inside a list item, which closes whatever
 * they open; everything else is escaped.
 */
export const markdown: Exporter = {
  format: 'markdown',
  label: 'exportMarkdown',
  group: 'notes',
  mime: 'text/markdown',
  extension: 'md',
  holds: 'kept',
  leaves: ['people'],
  begin: ({ exportedAt, options }) => {
    const day = markdownDate(exportedAt, options.language);
    let before = `# On Record\n\n${markdownLine(filled(options.words.exported, day))}\n`;
    const taken = (): string => {
      const text = before;
      before = '';
      return text;
    };
    return {
      add: (group) => `${taken()}\n${articleLines(group, options).join('\n').trimEnd()}\n`,
      end: taken,
    };
  },
};

function articleLines(
  { source, article, annotations }: ArticleGroup,
  { language, words }: ExportOptions,
): string[] {
  const title = markdownLine(article?.title ?? '') || markdownLine(source);
  const published = markdownDate(article?.published ?? '', language);
  const modified = markdownDate(article?.modified ?? '', language);
  const updated = modified === '' || modified === published ? '' : filled(words.updated, modified);
  const facts = [article?.byline, article?.outlet, article?.section, published, updated].map((fact) =>
    markdownLine(fact ?? ''),
  );
  const about = facts.filter((fact) => fact !== '').join(' · ');
  return [
    `## ${linked(title, source)}`,
    '',
    ...(about === '' ? [] : [about, '']),
    ...annotations.flatMap((annotation) => annotationLines(annotation, source, words)),
  ];
}

function annotationLines(annotation: Annotation, source: string, words: ExportWords): string[] {
  const quoted = markdownParagraphs(exactOf(annotation)).map((line) => `> ${line}`.trimEnd());
  const quote = quoteOf(annotation);
  const place = linked(
    markdownLine(words.inArticle),
    quote === null ? source : textFragmentLink(source, quote),
  );
  const note = markdownInside(noteOf(annotation), '  ');
  const tags = tagsOf(annotation).filter((tag) => markdownLine(tag) !== '');
  return [
    ...quoted,
    '',
    `— ${speakerWords(annotation.quotation, words)} · ${place}`,
    '',
    ...(note.every((line) => line === '') ? [] : [`- ${markdownLine(words.note)}`, '', ...note, '']),
    ...(tags.length === 0 ? [] : [`- ${markdownLine(filled(words.tags, tags.join(', ')))}`, '']),
  ];
}

/** Who speaks, with which cue, and whose word that is. */
function speakerWords(quotation: QuotationRecord | null, words: ExportWords): string {
  const status = markdownLine(whoseWord(quotation, words));
  if (quotation === null || quotation.status === 'rejected') return status;
  const name = speakerName(quotation);
  const speaker =
    name === null || markdownLine(name) === ''
      ? markdownLine(words.speakerUnknown)
      : `**${markdownLine(name)}**`;
  const cue = markdownLine(quotation.cue ?? '');
  return `${speaker}${cue === '' ? '' : ` (${cue})`} · ${status}`;
}

/** A link, or the escaped words alone when the address is not of the web. */
function linked(words: string, address: string): string {
  const destination = markdownAddress(address);
  return destination === '' ? words : `[${words}](${destination})`;
}
