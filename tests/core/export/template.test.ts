import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '#core/export/exporter.ts';
import { templateNames } from '#core/export/note-values.ts';
import { notesTemplate } from '#core/export/notes-template.ts';
import { notes } from '#core/export/notes.ts';
import { parseTemplate, type TemplateValues } from '#core/export/template.ts';
import { hostileText, plainAnnotation } from '../annotation-samples.ts';
import { written } from './written.ts';

const names = new Set(['a', 'b', 'items']);
function made(source: string, values: TemplateValues): string {
  const parsed = parseTemplate(source, names);
  return parsed.ok
    ? parsed.template.render(values)
    : `${parsed.problem.code} ${parsed.problem.at} ${parsed.problem.name}`;
}

describe('parseTemplate', () => {
  it.each<[string, string, TemplateValues, string]>([
    ['a value', 'x {{a}} y', { a: '1' }, 'x 1 y'],
    ['spaces within a tag', '{{ a }}', { a: '1' }, '1'],
    ['a value that is not there', '[{{a}}]', {}, '[]'],
    ['a list', '{{#items}}{{a}},{{/items}}', { items: [{ a: '1' }, { a: '2' }] }, '1,2,'],
    ['a name from around a list', '{{#items}}{{b}}{{/items}}', { b: 'o', items: [{}, {}] }, 'oo'],
    ['something that is there', '{{#a}}yes{{/a}}{{^a}}no{{/a}}', { a: '1' }, 'yes'],
    ['something that is not', '{{#a}}yes{{/a}}{{^a}}no{{/a}}', { a: '' }, 'no'],
    ['an empty list', '{{#items}}x{{/items}}{{^items}}none{{/items}}', { items: [] }, 'none'],
    ['tags alone on their lines', 'a\n{{#a}}\nb\n{{/a}}\nc', { a: '1' }, 'a\nb\nc'],
    ['a value that looks like a tag', '{{a}}', { a: '{{b}}', b: 'no' }, '{{b}}'],
    ['an unknown name', 'x{{zz}}', {}, 'unknown-name 1 zz'],
    ['a section without end', '{{#a}}x', {}, 'unclosed-section 0 a'],
    ['an end without section', 'x{{/a}}', {}, 'unexpected-end 1 a'],
    ['sections across each other', '{{#a}}{{#b}}{{/a}}{{/b}}', {}, 'unexpected-end 12 a'],
    ['a section within itself', '{{#items}}{{#a}}{{#items}}x{{/items}}', {}, 'unclosed-section 0 items'],
    ['a section after itself', '{{#a}}1{{/a}}{{#a}}2{{/a}}', { a: '1' }, '12'],
    ['a tag without end', 'x {{a', {}, 'unclosed-tag 2 '],
  ])('%s', (_what, source, values, expected) => expect(made(source, values)).toBe(expected));

  it('never throws', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.string(),
        (one, two) => typeof made(`{{#a}}${one}{{${two}}}{{/a}}`, {}) === 'string',
      ),
    );
  });

  it('reads the template that is built in, and uses every name of it', () => {
    expect(parseTemplate(notesTemplate, templateNames).ok).toBe(true);
  });
});

describe('notes by a template', () => {
  const given = { annotations: [plainAnnotation('a note')] };
  const write = (template: string): string =>
    written(notes, given, { options: { ...defaultOptions, template } });

  it('are written by the reader’s own', () => {
    expect(write('{{#quotations}}{{quote}} {{note}} ^{{id}}{{/quotations}}')).toBe(
      '> “Wait,” a note ^q-00000000-0000-4000-8000-000000000001\n',
    );
  });

  it('are written all the same when it cannot be read', () => {
    expect(write('{{#quotations}}')).toContain('> “Wait,”');
  });
});
