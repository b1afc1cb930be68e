// @vitest-environment happy-dom
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation } from '#core/annotation.ts';
import { exporters } from '#core/export/registry.ts';
import { wholeCharacters } from '#core/export/unicode.ts';
import { hostileText } from '../annotation-samples.ts';
import { written } from './written.ts';

/** Each format is read as its readers read it, and the words are there: every character but those that no text may hold. */

/** Words as a line: where a line ends, and how wide a space is, is not what a format for people keeps. */
const asLine = (text: string): string =>
  wholeCharacters(text)
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

function markdownWords(text: string): string {
  const words: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') words.push(node.value);
    if (node.type === 'break' || node.type === 'paragraph') words.push('\n');
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, '')));
  return words.join('');
}

const htmlWords = (text: string): string =>
  new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '';

/** What TeX makes of a field. */
function texWords(text: string): string {
  const names: Readonly<Record<string, string>> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  };
  return text.replace(
    /\{\\(\w+)\}|\\([#$%&_])|[{}]/g,
    (_all, name?: string, sign?: string) => sign ?? (name === undefined ? '' : (names[name] ?? '?')),
  );
}

const risWords = (text: string): string =>
  text
    .split('\r\n')
    .map((line) => line.slice(6))
    .join('\n');
const csvWords = (text: string): string =>
  Papa.parse(text, { newline: '\r\n', delimiter: ',' }).data.flat().join('\n');
const jsonWords = (text: string): string => {
  const words: string[] = [];
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string') words.push(value);
    return value;
  });
  return words.join('\n');
};

const readers: Readonly<Record<string, (text: string) => string>> = {
  markdown: markdownWords,
  notes: markdownWords,
  readwise: csvWords,
  html: htmlWords,
  text: String,
  csv: csvWords,
  'json-ld': jsonWords,
  json: jsonWords,
  bibtex: texWords,
  ris: risWords,
  'csl-json': jsonWords,
};

/** Lists of works hold the articles and no passage. */
const works = exporters.filter(({ format }) => format.startsWith('cite-')).map(({ format }) => format);

function passage(exact: string, speaker: string): Annotation {
  return createAnnotation({
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    now: '2026-01-06T08:00:00.000Z',
    source: 'https://a.example/one',
    selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    quotation: {
      kind: 'direct',
      mention: speaker,
      speaker,
      detectedSpeaker: speaker,
      cue: null,
      evidence: [],
      confidence: 1,
      status: 'confirmed',
    },
  });
}

describe('every format keeps every character', () => {
  it('has a reader here', () => {
    const known = [...Object.keys(readers), ...works];
    const formats = exporters.map(({ format }) => format);
    for (const format of formats)
      expect(known, `Say in readers or works here how ${format} is read back.`).toContain(format);
    expect(known.toSorted()).toEqual(formats.toSorted());
  });

  it.each(Object.entries(readers))('%s', (format, read) => {
    const exporter = exporters.find((one) => one.format === format);
    if (exporter === undefined) throw new Error(`no format ${format}`);
    fc.assert(
      fc.property(hostileText, hostileText, fc.string({ unit: 'grapheme' }), (exact, name, more) => {
        const [words, speaker] = [`w${exact}\v${more}\fw`, `n${name}\rn`];
        const back = asLine(read(written(exporter, { annotations: [passage(words, speaker)] })));
        expect(back).toContain(asLine(words));
        expect(back).toContain(asLine(speaker));
      }),
      { numRuns: 100 },
    );
  });
});
