import { describe, expect, test } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { type NoteNode, type NoteNodes, parseNote } from '#core/note/parse-note.ts';

/** Nodes in a line: `p(see link<https://a.example/>(this))`. */
function written(nodes: NoteNodes): string {
  return nodes.map(one).join(' ');
}

function one(node: NoteNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
    case 'code-block':
      return `${node.type}(${node.text})`;
    case 'break':
    case 'rule':
      return node.type;
    case 'heading':
      return `h${node.level}(${written(node.children)})`;
    case 'list':
      return `${node.start === null ? 'ul' : `ol${node.start}`}(${written(node.children)})`;
    case 'link':
      return `link<${node.address}>(${written(node.children)})`;
    default:
      return `${node.type}(${written(node.children)})`;
  }
}

const parsed = (note: string): string | null => {
  const nodes = parseNote(note);
  return nodes && written(nodes);
};

describe('a note', () => {
  test.each([
    ['plain words', 'paragraph(plain words)'],
    ['one\ntwo', 'paragraph(one\ntwo)'],
    ['*soft* and **loud**', 'paragraph(emphasis(soft)  and  strong(loud))'],
    ['# A title', 'h1(A title)'],
    ['- a\n- b', 'ul(item(paragraph(a)) item(paragraph(b)))'],
    ['3. a\n4. b', 'ol3(item(paragraph(a)) item(paragraph(b)))'],
    ['> said', 'quote(paragraph(said))'],
    ['`x < y`', 'paragraph(code(x < y))'],
    ['```js\nlet a;\n```', 'code-block(let a;)'],
    ['a\n\n***\n\nb', 'paragraph(a) rule paragraph(b)'],
    ['a  \nb', 'paragraph(a break b)'],
    ['a &amp; b &notacode;', 'paragraph(a & b &notacode;)'],
  ])('%j', (note, expected) => expect(parsed(note)).toBe(expected));
});

describe('links', () => {
  test.each([
    ['[this](https://a.example/b "title")', 'paragraph(link<https://a.example/b>(this))'],
    ['<mailto:a@b.example>', 'paragraph(link<mailto:a@b.example>(mailto:a@b.example))'],
    ['see https://a.example/b.', 'paragraph(see  link<https://a.example/b>(https://a.example/b) .)'],
    ['(https://a.example/b_(c))', 'paragraph(( link<https://a.example/b_(c)>(https://a.example/b_(c)) ))'],
    ['[x][ref]\n\n[ref]: http://a.example', 'paragraph(link<http://a.example/>(x))'],
    ['![a cat](https://a.example/cat.png)', 'paragraph(link<https://a.example/cat.png>(a cat))'],
    ['[![c](http://a.example/c)](http://a.example/d)', 'paragraph(link<http://a.example/d>(c))'],
    ['[run](javascript:alert(1))', 'paragraph(run)'],
    ['[run](java&#x0a;script:alert&#40;1&#41;)', 'paragraph(run)'],
    ['[run](&#1;javascript:alert(1))', 'paragraph(run)'],
    ['[run](data:text/html,x)', 'paragraph(run)'],
    ['[run](//a.example)', 'paragraph(run)'],
    ['[run](file:///etc/passwd)', 'paragraph(run)'],
    ['![x](data:image/png;base64,AAAA)', 'paragraph(x)'],
  ])('%j', (note, expected) => expect(parsed(note)).toBe(expected));
});

describe('HTML is text', () => {
  test.each([
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a <b onclick="x">bold</b>', 'paragraph(a  <b onclick="x"> bold </b>)'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j', (note, expected) => expect(parsed(note)).toBe(expected));
});

describe('shown as it was typed', () => {
  test.each([
    ['nothing', ''],
    ['only spaces', '  \n '],
    ['only a definition', '[a]: http://a.example'],
    ['too long', 'word '.repeat(20_000)],
    ['too deep', '>'.repeat(40)],
    ['too many marks', '*_'.repeat(3_000)],
    ['too many lines', 'a\n'.repeat(3_000)],
  ])('%s', (_, note) => expect(parseNote(note)).toBeNull());
});

test('a line of stars and a row of dashes are no reason to give up', () => {
  expect(parsed(`**a**\n\n${'*'.repeat(60)}\n\n${'- '.repeat(40)}`)).toBe('paragraph(strong(a)) rule rule');
});

/** 100,000 characters of each, and as much of each as is parsed. */
const hostile = [
  '*a*',
  '*_',
  '[',
  '![',
  '[a](b',
  '> - ',
  '1. ',
  '>',
  '`a ',
  '<',
  '&a',
  '\\',
  'a\n\n',
  '**x',
  '](',
  '> - > - a\n',
  '>>>> a\n',
  '- - a\n',
];

test('hostile notes of any length neither throw nor hang', () => {
  const honest = 'Some *prose* with [links](http://a.example) and `code`.\n\n'.repeat(300);
  parseNote(honest);
  const base = cpuMs(() => parseNote(honest));
  for (const part of hostile) {
    for (const length of [100_000, 20_000, 19_000, 4_000, 2_000, 990, 60]) {
      const note = part.repeat(Math.floor(length / part.length));
      // A note of the most that is parsed is the measure: none may take many times as long.
      expect
        .soft(
          cpuMs(() => parseNote(note)),
          `${part} at ${length}`,
        )
        .toBeLessThan(base * 6 + 60);
    }
  }
});
