import type { ArticleGroup } from './article-group.ts';
import { csvText } from './csv-text.ts';
import type { Exporter } from './exporter.ts';
import { passageFacts, type PassageFacts } from './passage-facts.ts';

const HEAD = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/** The CSV that Readwise imports (https://docs.readwise.io/readwise/docs/importing-highlights/csv). */
export const readwise: Exporter = {
  format: 'readwise',
  label: 'exportReadwise',
  group: 'notes',
  mime: 'text/csv',
  extension: 'csv',
  holds: 'kept',
  leaves: ['articles', 'people'],
  begin: () => {
    let before = csvText([HEAD]);
    const taken = (): string => {
      const text = before;
      before = '';
      return text;
    };
    return { add: (group) => taken() + csvText(rowsOf(group)), end: taken };
  },
};

function rowsOf({ annotations, article, source }: ArticleGroup): readonly (readonly string[])[] {
  return annotations.map((annotation) => {
    const facts = passageFacts(annotation);
    const author = article?.byline ?? article?.outlet ?? '';
    const day = annotation.created.slice(0, 19).replace('T', ' ');
    const location = facts.start?.toString() ?? '';
    return [facts.exact, article?.title || source, author, source, noteOf(facts), location, day];
  });
}

/** Readwise knows no speaker: the note begins with who it is and whose word that is. Its tags are words behind a dot. */
function noteOf({ speaker, status, note, tags }: PassageFacts): string {
  const dotted = tags.map((tag) => `.${tag.trim().replace(/\s+/g, '-')}`).join(' ');
  const who = speaker === '' ? status : `${speaker} · ${status}`;
  return [dotted, who, note].filter((part) => part !== '').join('\n');
}
