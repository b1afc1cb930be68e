import type { Annotation } from '#core/annotation.ts';
import type { ArticleGroup } from './article-group.ts';
import type { ExportAbout } from './exporter.ts';
import type { ExportWords } from './export-words.ts';
import { markdownDate } from './markdown-date.ts';
import { markdownAddress, markdownInside, markdownLine, markdownParagraphs } from './markdown-text.ts';
import { passageFacts } from './passage-facts.ts';
import type { TemplateValues } from './template.ts';
import { oneLine, wholeCharacters } from './unicode.ts';

/** Every name that a template of notes may use. */
export const templateNames: ReadonlySet<string> = new Set([
  ...[
    'quotations',
    'title',
    'byline',
    'outlet',
    'section',
    'language',
    'published',
    'updated',
    'url',
    'exported',
  ],
  ...['yaml_title', 'yaml_byline', 'yaml_outlet', 'yaml_section', 'yaml_language', 'yaml_published'],
  ...['yaml_updated', 'yaml_url', 'yaml_tags', 'yaml_exported', 'yaml_speakers'],
  ...['quote', 'speaker', 'cue', 'status', 'note', 'tags', 'link', 'id', 'saved'],
  // Words of ours, in the reader's language.
  'in_article',
]);

/** What a note says of its own making. */
export type NoteAbout = Pick<ExportAbout, 'exportedAt' | 'options'>;

/** What a template of notes knows of an article. Every value is escaped: `yaml_…` as YAML's scalars, the others as Markdown. */
export function noteValues(group: ArticleGroup, { exportedAt, options }: NoteAbout): TemplateValues {
  const { language, words } = options;
  const { article, source, annotations } = group;
  const facts = annotations.map((annotation) => passageFacts(annotation));
  const tags = new Set(facts.flatMap((one) => one.tags));
  const speakers = new Set(facts.map(({ speaker }) => speaker).filter((name) => name.trim() !== ''));
  const title = (article?.title ?? '').trim() === '' ? source : (article?.title ?? source);
  const texts = {
    title,
    byline: article?.byline ?? '',
    outlet: article?.outlet ?? '',
    section: article?.section ?? '',
    language: article?.language ?? '',
  };
  const days = {
    published: article?.published ?? '',
    updated: article?.modified ?? '',
    exported: exportedAt,
  };
  return {
    ...mapped(texts, markdownLine),
    ...prefixed({ ...texts, ...mapped(days, (day) => day.slice(0, 10)), url: source }),
    ...mapped(days, (day) => markdownLine(markdownDate(day, language))),
    url: markdownAddress(source),
    // One that cannot be a tag there stands among them all the same, so that it is not lost.
    yaml_tags: yamlList([...tags].map((tag) => tagName(tag) || oneLine(tag)).filter((tag) => tag !== '')),
    yaml_speakers: yamlList([...speakers]),
    in_article: markdownLine(words.inArticle),
    quotations: annotations.map((annotation) => quotationValues(annotation, language, words)),
  };
}

function quotationValues(annotation: Annotation, language: string, words: ExportWords): TemplateValues {
  const { exact, speaker, cue, status, note, tags, link } = passageFacts(annotation, words);
  const quote = markdownParagraphs(exact).map((line) => `> ${line}`.trimEnd());
  return {
    quote: quote.join('\n'),
    speaker: markdownLine(speaker),
    cue: markdownLine(cue),
    status: markdownLine(status),
    // Within a list item, which closes whatever the note opens.
    note: note.trim() === '' ? '' : markdownInside(note, '  ').join('\n').trim(),
    tags: tags
      .map(tagName)
      .filter((tag) => tag !== '')
      .map((tag) => `#${tag}`)
      .join(' '),
    link: markdownAddress(link),
    id: blockId(annotation.id),
    saved: markdownLine(markdownDate(annotation.created, language)),
  };
}

/** The name by which other notes link to a passage (`[[note#^q-…]]`): of the record's id, so that it stays the same for ever. */
function blockId(id: string): string {
  return `q-${id.replace(/^urn:uuid:/, '').replace(/[^0-9a-z-]/gi, '')}`;
}

/** A tag as Obsidian and Logseq take one: letters, digits, `-`, `_` and `/`, not digits alone. */
function tagName(tag: string): string {
  const name = oneLine(tag)
    .replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
    .replace(/^-|-$/g, '');
  return /^[\p{N}]+$/u.test(name) ? `n${name}` : name;
}

/** A double-quoted scalar: JSON's strings are YAML's, but for the line ends that only YAML knows. */
function yamlText(text: string): string {
  return JSON.stringify(wholeCharacters(text)).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`;
}

function mapped<K extends string>(
  values: Readonly<Record<K, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(values).map(([name, value]) => [name, change(value)]));
}

function prefixed(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`yaml_${name}`, yamlText(value)]));
}
