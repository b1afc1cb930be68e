import { quoteOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import type { ArticleGroup } from './article-group.ts';
import { csvText } from './csv-text.ts';
import type { Exporter } from './exporter.ts';
import { passageFacts, type PassageFacts } from './passage-facts.ts';

interface Row {
  readonly group: ArticleGroup;
  readonly annotation: Annotation;
  readonly facts: PassageFacts;
}

/** The columns, in their order. A released one is never renamed or moved: new ones come last. */
const columns: Readonly<Record<string, (row: Row) => string | null | undefined>> = {
  quotation: ({ facts }) => facts.exact,
  speaker: ({ facts }) => facts.speaker,
  status: ({ annotation }) => annotation.quotation?.status ?? 'chosen',
  detected_speaker: ({ annotation }) => annotation.quotation?.detectedSpeaker,
  mention: ({ annotation }) => annotation.quotation?.mention,
  cue: ({ annotation }) => annotation.quotation?.cue,
  kind: ({ annotation }) => annotation.quotation?.kind,
  confidence: ({ annotation }) => annotation.quotation?.confidence.toString(),
  evidence: ({ annotation }) =>
    annotation.quotation?.evidence.map(({ code, words }) => [code, ...words].join(' ')).join('; '),
  note: ({ facts }) => facts.note,
  tags: ({ facts }) => facts.tags.join(', '),
  title: ({ group }) => group.article?.title,
  byline: ({ group }) => group.article?.byline,
  outlet: ({ group }) => group.article?.outlet,
  section: ({ group }) => group.article?.section,
  language: ({ group }) => group.article?.language,
  published: ({ group }) => group.article?.published,
  updated: ({ group }) => group.article?.modified,
  url: ({ group }) => group.source,
  link: ({ facts }) => facts.link,
  position: ({ facts }) => facts.start?.toString(),
  before: ({ annotation }) => quoteOf(annotation)?.prefix,
  after: ({ annotation }) => quoteOf(annotation)?.suffix,
  created: ({ annotation }) => annotation.created,
  changed: ({ annotation }) => annotation.modified,
  id: ({ annotation }) => annotation.id,
  detected_kind: ({ annotation }) => annotation.quotation?.detectedKind,
  detected_quotation: ({ annotation }) => annotation.quotation?.detectedExact,
  style: ({ annotation }) => annotation.target.styleClass,
};

/** RFC 4180, one row a passage, article by article in the order of the text; refused detections too, with that status. */
export const csv: Exporter = {
  format: 'csv',
  label: 'exportCsv',
  group: 'data',
  mime: 'text/csv',
  extension: 'csv',
  holds: 'everything',
  leaves: ['articles', 'people'],
  begin: ({ options }) => {
    let before = (options.bom ? '\ufeff' : '') + csvText([Object.keys(columns)]);
    const taken = (): string => {
      const text = before;
      before = '';
      return text;
    };
    return { add: (group) => taken() + csvText(rowsOf(group)), end: taken };
  },
};

function rowsOf(group: ArticleGroup): readonly (readonly string[])[] {
  return group.annotations.map((annotation) => {
    const row = { group, annotation, facts: passageFacts(annotation) };
    return Object.values(columns).map((value) => value(row) ?? '');
  });
}
