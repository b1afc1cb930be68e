import { describe, expect, it } from 'vitest';
import { parseAnnotation, parseArticle } from '#core/annotation-guard.ts';
import { parseNote } from '#core/note/parse-note.ts';
import { articleAddress } from '#core/url.ts';
import { makeRandom } from '#scripts/train-random.ts';
import { readFile } from '#tests/core/import/read-file.ts';
import { isWhole, seedOf } from './amount.ts';
import { damagedText, hostileText } from './hostile-text.ts';
import { regressions } from './regressions.ts';
import { importFiles, subjects } from './subjects.ts';

const times = isWhole ? 3_000 : 60;

describe('Whatever a page, a file or a note says, reading it never throws', () => {
  it.each(subjects)('$name', { timeout: 600_000 }, ({ name, run }) => {
    const random = makeRandom(seedOf(20_000));
    const texts = function* (): Generator<string> {
      yield* ['', ' ', '\n', '\ud83d', '\u0000'];
      for (const saved of regressions) if (saved.subject === name) yield saved.piece.repeat(50);
      for (let time = 0; time < times; time++) yield hostileText(random, 0, 90);
    };
    for (const text of texts()) expect(() => run(text), JSON.stringify(text)).not.toThrow();
  });

  it.each(importFiles)(
    'a damaged $name is read without an exception, and what is read of it passes the guards',
    { timeout: 600_000 },
    ({ name, text }) => {
      const random = makeRandom(seedOf(30_000));
      for (let time = 0; time < times / 3; time++) {
        const damaged = damagedText(text, random);
        const piece = 1 + Math.floor(random() ** 2 * 5_000);
        const read = readFile(name, damaged, piece);
        expect(readFile(name, damaged).refused, damaged).toEqual(read.refused);
        for (const annotation of read.records.annotations)
          expect(parseAnnotation(annotation), damaged).toEqual(annotation);
        for (const article of read.records.articles) expect(parseArticle(article), damaged).toEqual(article);
      }
    },
  );

  it('an article’s address is the same when it is taken again, and never another site’s', () => {
    const random = makeRandom(seedOf(40_000));
    for (let time = 0; time < times * 3; time++) {
      const page = `https://a.example/${hostileText(random, 0, 12)}`;
      const source = articleAddress(
        page,
        random() < 0.5 ? `https://b.example/${hostileText(random, 0, 6)}` : hostileText(random, 0, 9),
      );
      expect(articleAddress(source, null), page).toBe(source);
      if (URL.canParse(source)) expect(new URL(source).hostname, page).toBe('a.example');
    }
  });

  it('a note has no link but to the web and to mail, whatever is written', () => {
    const random = makeRandom(seedOf(50_000));
    const scheme = [
      'javascript:',
      'data:text/html,',
      'vbscript:',
      'file:///',
      'chrome://',
      'blob:',
      '\u0001javascript:',
      'java\tscript:',
      'https://',
      'mailto:',
    ];
    for (let time = 0; time < times * 5; time++) {
      const address = (scheme[time % scheme.length] ?? '') + hostileText(random, 1, 3).replaceAll(/\s/g, '');
      const note =
        [`[x](${address})`, `<${address}>`, `![x](${address})`, `[x]: ${address}\n\n[x]`, address][
          time % 5
        ] ?? '';
      for (const [, found = ''] of JSON.stringify(parseNote(note + hostileText(random, 0, 4))).matchAll(
        /"address":"([^"]*)"/g,
      ))
        expect(found, note).toMatch(/^(?:https?:\/\/|mailto:)/);
    }
  });
});
