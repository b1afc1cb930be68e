import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { isKept } from '#core/annotation-kept.ts';
import { noteOf, withNote, withStatus } from '#core/annotation-edit.ts';
import { byArticle, type ExportRecords } from '#core/export/by-article.ts';
import { markdown } from '#core/export/markdown.ts';
import { markdownDate } from '#core/export/markdown-date.ts';
import { markdownAddress, markdownLine } from '#core/export/markdown-text.ts';
import { anyAnnotation, anyArticle, detected, hostileText, plainAnnotation } from '../annotation-samples.ts';
import { written } from './written.ts';

const exportedAt = '2026-01-07T10:00:00.000Z';
const write = (records: Partial<ExportRecords>): string => written(markdown, records, { exportedAt });

// Text of which every sign that could mean something stands behind a backslash.
const plain = String.raw`(?:[^\\${'`'}*_[\]<>&|~$^#={}%@\n]|\\.)`;
const link = String.raw`\[${plain}+\]\(https?://[^\s()<>]+\)`;

/** Every kind of line that the format has, outside of notes. */
const grammar: Readonly<Record<string, RegExp>> = {
  empty: /^$/,
  file: /^# On Record$/,
  article: new RegExp(`^## ${link}$`),
  quoted: new RegExp(`^>(?: (?![-+:#>]|\\d{1,9}[.)])${plain}+)?$`),
  speaker: new RegExp(
    `^— (?:\\*\\*${plain}+\\*\\*|speaker unknown|chosen by the reader|not a quotation, says the reader)${plain}* · ${link}$`,
  ),
  note: /^- Note:$/,
  tags: new RegExp(`^- Tags: ${plain}+$`),
  about: new RegExp(`^(?![-+:#>—]|\\d{1,9}[.)])${plain}+$`),
};

function kindsOf(text: string): readonly string[] {
  const kinds: string[] = [];
  let inNote = false;
  for (const line of text.trimEnd().split('\n')) {
    // What stands two deep after the word Note is the reader's own Markdown, closed by its list item.
    if (inNote && (line === '' || line.startsWith('  '))) continue;
    const kind = Object.entries(grammar).find(([, form]) => form.test(line))?.[0];
    expect(kind, `A line of no known kind: ${JSON.stringify(line)}`).toBeDefined();
    inNote = kind === 'note';
    kinds.push(kind ?? '');
  }
  return kinds;
}

describe('Markdown', () => {
  it('never lets a title, a name, a quotation, a tag or a note escape its place', () => {
    const articles = fc.uniqueArray(anyArticle, { selector: (article) => article.source, maxLength: 2 });
    fc.assert(
      fc.property(articles, fc.array(anyAnnotation, { maxLength: 4 }), (some, annotations) => {
        const kinds = kindsOf(write({ articles: some, annotations }));
        const shown = annotations.filter(isKept);
        const count = (kind: string): number => kinds.filter((other) => other === kind).length;
        expect(count('file')).toBe(1);
        // An article that the reader put there without a passage stands in the list, too.
        const saved = some.flatMap(({ source, saved }) => (saved === undefined ? [] : [source]));
        expect(count('article')).toBe(new Set([...shown.map(({ target }) => target.source), ...saved]).size);
        expect(count('speaker')).toBe(shown.length);
        expect(count('quoted')).toBeGreaterThanOrEqual(shown.length);
        expect(count('note')).toBeLessThanOrEqual(
          shown.filter((annotation) => noteOf(annotation) !== '').length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives a note verbatim', () => {
    const note = '# A *heading*\n\n```\ncode & <b>\n```\n- [ ] task';
    const text = write({ annotations: [plainAnnotation(note)] });
    const inside = text.slice(text.indexOf('- Note:') + '- Note:\n\n'.length).trimEnd();
    expect(
      inside
        .split('\n')
        .map((line) => line.slice(2))
        .join('\n'),
    ).toBe(note);
  });

  it('says whose word it is', () => {
    const record = plainAnnotation('', [], detected);
    const corrected = {
      ...record,
      quotation: { ...detected, speaker: 'Ida Marlow', status: 'corrected' } as const,
    };
    expect(write({ annotations: [record] })).toContain('**Tomas Reed** (said) · detected, not checked');
    expect(write({ annotations: [withStatus(record, 'confirmed', exportedAt)] })).toContain(
      'confirmed by the reader',
    );
    expect(write({ annotations: [corrected] })).toContain(
      '**Ida Marlow** (said) · corrected by the reader (detected: Tomas Reed)',
    );
    expect(write({ annotations: [plainAnnotation()] })).toContain('chosen by the reader');
  });

  it('leaves out what the reader has only rejected, and an article that holds nothing else', () => {
    const rejected = withStatus(plainAnnotation('', [], detected), 'rejected', exportedAt);
    expect(write({ annotations: [rejected] })).toBe('# On Record\n\nExported 7 January 2026.\n');
  });

  it.each([
    ['a note', 'n', [], '- Note:\n\n  n'],
    ['tags', '', ['t'], '- Tags: t'],
  ])('writes what was rejected with %s, and says that it is no quotation', (_, note, tags, line) => {
    const rejected = withStatus(plainAnnotation(note, tags, detected), 'rejected', exportedAt);
    const text = write({ annotations: [rejected] });
    expect(text).toContain('— not a quotation, says the reader · ');
    expect(text).toContain(line);
    expect(text).not.toContain('Tomas Reed');
  });

  it('orders by position, whatever the order in the store', () => {
    const at = (start: number) => {
      const record = plainAnnotation();
      const selector = [
        { type: 'TextQuoteSelector', exact: `at ${start}`, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start, end: start + 4 },
      ] as const;
      return { ...record, target: { ...record.target, selector } };
    };
    const quoted = write({ annotations: [at(30), at(4), at(200)] })
      .split('\n')
      .filter((line) => line.startsWith('> '));
    expect(quoted).toEqual(['> at 4', '> at 30', '> at 200']);
  });

  it('writes a megabyte of anything in little time', () => {
    const awkward = ['*', '\n', '- ', ' ', '[', '1. ', '\ud83d', 'www.', 'https://', '`'].map((part) =>
      part.repeat(100_000),
    );
    const taken = cpuMs(() => {
      for (const text of awkward) {
        const record = withNote(plainAnnotation(text, [text]), text, exportedAt);
        write({ annotations: [record], articles: [{ ...articleOf(record.target.source), title: text }] });
      }
    });
    expect(taken).toBeLessThan(15_000);
  });
});

function articleOf(source: string) {
  const unknown = {
    byline: null,
    outlet: null,
    language: null,
    section: null,
    published: null,
    modified: null,
  };
  return { source, title: '', ...unknown, origins: {}, firstSeen: exportedAt, lastSeen: exportedAt };
}

describe('markdownLine', () => {
  it.each([
    ['plain words', 'Mr. Smith, 40, said: “no”', 'Mr. Smith, 40, said: “no”'],
    ['emphasis', '*a* __b__', String.raw`\*a\* \_\_b\_\_`],
    ['a link', '[a](b)', String.raw`\[a\](b)`],
    ['a list', '- a', String.raw`\- a`],
    ['a number that would begin a list', '1986. A year', String.raw`1986\. A year`],
    ['line breaks', ' a\r\n\u2028 b\t', 'a b'],
    ['HTML and entities', '<b>&amp;', String.raw`\<b\>\&amp;`],
    ['an address', 'see https://a.b', String.raw`see https\://a.b`],
    ['what cannot be written', 'a\u0000\ud83d', 'a\ufffd'],
  ])('%s', (_what, text, expected) => {
    expect(markdownLine(text)).toBe(expected);
  });
});

describe('markdownDate', () => {
  it.each([
    ['2026-09-17', '17 September 2026'],
    ['2026-09-17T08:00:00.000Z', '17 September 2026'],
    ['2026-01-01T00:30:00+01:00', '31 December 2025'],
    ['2026-01-05T23:59:00', '5 January 2026'],
    ['2026-02-30', '2026-02-30'],
    ['2026-13-01', '2026-13-01'],
    ['yesterday', 'yesterday'],
    ['', ''],
  ])('%j gives %j', (iso, expected) => expect(markdownDate(iso)).toBe(expected));

  it.each([
    ['en-US', '17 September 2026'],
    ['de', '17. September 2026'],
    ['fr', '17 septembre 2026'],
    ['ja', '2026年9月17日'],
    ['ar', '17 سبتمبر 2026'],
  ])('in %s it gives %j', (language, expected) =>
    expect(markdownDate('2026-09-17', language)).toBe(expected),
  );
});

describe('markdownAddress', () => {
  it('takes addresses of the web and no others', () => {
    expect(markdownAddress('https://a.b/c_(d)?e=f#g')).toBe('https://a.b/c_%28d%29?e=f#g');
    expect(markdownAddress('javascript:alert(1)')).toBe('');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(markdownAddress(`https://${text}`)).toMatch(/^https:\/\/[^\s()<>"]*$/);
      }),
    );
  });
});

describe('byArticle', () => {
  it('keeps every annotation, also of an article that is missing', () => {
    fc.assert(
      fc.property(
        fc.array(anyArticle, { maxLength: 3 }),
        fc.array(anyAnnotation, { maxLength: 6 }),
        (articles, annotations) => {
          const groups = byArticle({ articles, annotations });
          expect(new Set(groups.flatMap((group) => group.annotations))).toEqual(new Set(annotations));
          for (const group of groups)
            for (const one of group.annotations) expect(one.target.source).toBe(group.source);
        },
      ),
      { numRuns: 100 },
    );
  });
});
