import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isKept } from '#core/annotation-kept.ts';
import { exactOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import { bibtex } from '#core/export/bibtex.ts';
import { byArticle } from '#core/export/by-article.ts';
import { csv } from '#core/export/csv.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { html } from '#core/export/html.ts';
import { notes } from '#core/export/notes.ts';
import { readwise } from '#core/export/readwise.ts';
import { ris } from '#core/export/ris.ts';
import { wholeCharacters } from '#core/export/unicode.ts';
import { anyAnnotation, anyArticle, plainAnnotation } from '../annotation-samples.ts';
import { written } from './written.ts';

/** Formats read back by the readers that other tools use, with texts that would break them. */

const records = fc.record({
  articles: fc.uniqueArray(anyArticle, { selector: (article) => article.source, maxLength: 2 }),
  annotations: fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 4 }),
});
const runs = { numRuns: 150 };

/** A cell's words without the apostrophe that makes a formula harmless. */
const bare = (cell: string): string =>
  /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell;
const inOrder = (given: Parameters<typeof byArticle>[0]): readonly Annotation[] =>
  byArticle(given).flatMap(({ annotations }) => annotations);

describe('CSV, read by papaparse', () => {
  it.each([
    ['csv', csv, (): boolean => true],
    ['readwise', readwise, isKept],
  ])('%s gives every passage back, in the order of the text', (_name, exporter, holds) => {
    fc.assert(
      fc.property(records, (given) => {
        const { data, errors } = Papa.parse(written(exporter, given), { newline: '\r\n', delimiter: ',' });
        expect(errors).toEqual([]);
        const rows = data.slice(1, -1);
        expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
        const expected = inOrder(given)
          .filter(holds)
          .map((one) => wholeCharacters(exactOf(one)));
        expect(rows.map(([quotation = '']) => bare(quotation))).toEqual(expected);
      }),
      runs,
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1\n2', '\r=1', '＝1', "'=1"])(
    'makes %j harmless',
    (cell) => {
      const text = written(csv, { annotations: [plainAnnotation(cell)] });
      const { data } = Papa.parse(text, { newline: '\r\n', delimiter: ',' });
      const note = data[1]?.[data[0]?.indexOf('note') ?? -1];
      expect(note).toBe(`'${cell}`);
    },
  );

  it('begins with a byte order mark when it is asked for', () => {
    const options = { ...defaultOptions, bom: true };
    expect(written(csv, {}, { options })).toMatch(/^\ufeffquotation,/);
    expect(written(csv, {})).toMatch(/^quotation,/);
  });
});

/** The kinds of nodes in a document, and the addresses of its links. */
function contents(text: string): { readonly kinds: ReadonlySet<string>; readonly links: readonly string[] } {
  const kinds = new Set<string>();
  const links: string[] = [];
  const open: Nodes[] = [fromMarkdown(text)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    kinds.add(node.type);
    if (node.type === 'link') links.push(node.url);
    if ('children' in node) open.push(...node.children);
  }
  return { kinds, links };
}

describe('notes, read by mdast', () => {
  it('hold no HTML, picture or link but to the article, whatever the texts are', () => {
    fc.assert(
      fc.property(records, (given) => {
        // The reader's own notes are Markdown and stay so.
        const annotations = given.annotations.map((one) => ({
          ...one,
          body: one.body.filter(({ purpose }) => purpose === 'tagging'),
        }));
        for (const group of byArticle({ ...given, annotations })) {
          const text = written(notes, {
            articles: group.article ? [group.article] : [],
            annotations: group.annotations,
          });
          const inside = text.replace(/^---\n[\s\S]*?\n---\n/, '');
          const { kinds, links } = contents(inside);
          for (const kind of [
            'html',
            'image',
            'imageReference',
            'linkReference',
            'definition',
            'code',
            'inlineCode',
          ])
            expect([...kinds]).not.toContain(kind);
          const own = new URL(group.source).host;
          for (const link of links) expect(new URL(link).host).toBe(own);
        }
      }),
      runs,
    );
  });

  it('keep their block ids when they are exported again', () => {
    const ids = (at: string): readonly string[] =>
      [...written(notes, { annotations: [plainAnnotation()] }, { exportedAt: at }).matchAll(/^\^\S+$/gm)].map(
        String,
      );
    expect(ids('2026-01-07T10:00:00.000Z')).toEqual(['^q-00000000-0000-4000-8000-000000000001']);
    expect(ids('2027-01-07T10:00:00.000Z')).toEqual(ids('2026-01-07T10:00:00.000Z'));
  });
});

const article = {
  source: 'https://a.example/one',
  title: 'Rivets & <i>rust</i>: 100% {of} #1_a~b^c\\d $x$',
  byline: 'By Ann Teller and Jo van Dyk',
  outlet: 'The Example',
  language: 'en',
  section: null,
  published: '2026-01-05',
  modified: null,
  origins: {},
  firstSeen: '2026-01-06T08:00:00.000Z',
  lastSeen: '2026-01-06T08:00:00.000Z',
};

describe('BibTeX and RIS, read by @citation-js', () => {
  const given = { articles: [article], annotations: [plainAnnotation('漢字 🤔')] };
  const authors = [
    { family: 'Teller', given: 'Ann' },
    { family: 'van Dyk', given: 'Jo' },
  ];

  it('BibTeX gives author, outlet, date, address and notes back', () => {
    const [item] = new Cite(written(bibtex, given)).data;
    expect(item).toMatchObject({
      'container-title': 'The Example',
      issued: { 'date-parts': [[2026, 1, 5]] },
      URL: article.source,
    });
    expect(item?.['note']).toContain('漢字 🤔');
    expect(JSON.stringify(item?.['author'])).toContain('Teller');
  });

  it('RIS gives author, outlet, date, address and title back', () => {
    const [item] = new Cite(written(ris, given)).data;
    expect(item).toMatchObject({
      title: article.title,
      URL: article.source,
      'container-title': 'The Example',
    });
    const text = written(ris, given);
    expect(text).toContain('AU  - Teller, Ann\r\nAU  - van Dyk, Jo\r\nDA  - 2026/01/05/\r\n');
    expect(authors).toHaveLength(2);
  });

  it('BibTeX leaves no brace open, and RIS no line without its tag, whatever the texts are', () => {
    fc.assert(
      fc.property(records, (hostile) => {
        let depth = 0;
        for (const sign of written(bibtex, hostile)) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const line of written(ris, hostile).split('\r\n'))
          expect(line).toMatch(/^$|^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
      }),
      runs,
    );
  });
});

describe('HTML', () => {
  it('runs and loads nothing, whatever the texts are', () => {
    fc.assert(
      fc.property(records, (given) => {
        const tags = written(html, given).match(/<\/?[a-z!][^>]*>/gi) ?? [];
        const known =
          /^<\/?(?:!doctype html|html|meta|title|style|main|section|h1|h2|p|figure|blockquote|figcaption|b|bdi|a|div)\b/i;
        for (const tag of tags) {
          expect(tag).toMatch(known);
          expect(tag).not.toMatch(/\son\w+=|javascript:|\ssrc=/i);
        }
      }),
      runs,
    );
  });
});
