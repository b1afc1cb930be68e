import type { ArticleGroup } from './article-group.ts';
import type { Exporter } from './exporter.ts';
import { type NoteAbout, noteValues, templateNames } from './note-values.ts';
import { notesTemplate } from './notes-template.ts';
import { parseTemplate, type Template } from './template.ts';

/**
 * Notes for Obsidian and Logseq, by the reader's own template: front matter, quotations with block ids that stay the same, links to the
 * text. Made for one file an article; in one file for all, only the first article's front matter is the file's.
 */
export const notes: Exporter = {
  format: 'notes',
  label: 'exportNotes',
  group: 'notes',
  mime: 'text/markdown',
  extension: 'md',
  holds: 'kept',
  leaves: ['people'],
  begin: (about) => {
    const template = templateOf(about.options.template);
    let separator = '';
    return {
      add(group) {
        const text = separator + noteText(template, group, about);
        separator = '\n';
        return text;
      },
      end: () => '',
    };
  },
};

/** What a template makes of an article: one note, ended by one line end. */
export function noteText(template: Template, group: ArticleGroup, about: NoteAbout): string {
  return `${template.render(noteValues(group, about)).trim()}\n`;
}

/** The reader's template; the built-in one when there is none, or none that can be read: an export is not lost by a typing error. */
function templateOf(own: string | null): Template {
  const parsed = parseTemplate(own ?? notesTemplate, templateNames);
  if (parsed.ok) return parsed.template;
  const builtIn = parseTemplate(notesTemplate, templateNames);
  return builtIn.ok ? builtIn.template : { render: () => '' };
}
