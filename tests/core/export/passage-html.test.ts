import { describe, expect, it } from 'vitest';
import { citationHtml, quotedHtml } from '#core/export/passage-html.ts';
import { plainAnnotation } from '../annotation-samples.ts';

describe('a passage as formatted text', () => {
  it('has its words as a quotation, and a link', () => {
    const html = quotedHtml(plainAnnotation(), {
      title: 'T',
      outlet: 'A <b>paper</b> & more',
      published: '2026-01-05',
    });
    expect(html).toMatch(
      /^<blockquote cite="https?:[^"]+" dir="auto">“[^<]+”<\/blockquote>\n<p dir="auto">— /,
    );
    expect(html).toContain('A &lt;b&gt;paper&lt;/b&gt; &amp; more, 5 January 2026, <a href="http');
  });

  it.each([
    [
      '“a”\nB. https://a.example/x?y=1.',
      '<p dir="auto">“a”</p>\n<p dir="auto">B. <a href="https://a.example/x?y=1" rel="noreferrer">https://a.example/x?y=1</a>.</p>',
    ],
    ['<img src=x onerror=1>', '<p dir="auto">&lt;img src=x onerror=1&gt;</p>'],
    ['javascript:1', '<p dir="auto">javascript:1</p>'],
    [
      `https://a.example/"onclick="1`,
      '<p dir="auto"><a href="https://a.example/&quot;onclick=&quot;1" rel="noreferrer">https://a.example/&quot;onclick=&quot;1</a></p>',
    ],
  ])('of the citation %j makes %j', (text, html) => {
    expect(citationHtml(text)).toBe(html);
  });
});
