import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '#core/export/file-name.ts';
import { hostileText } from '../annotation-samples.ts';

describe('fileName', () => {
  it.each([
    ['no title', '', 'On Record 2026-01-05.md'],
    ['a title', 'Harbour bridge to close', 'On Record 2026-01-05 Harbour bridge to close.md'],
    ['what a file system minds', 'a/b\\c:d*e?f"g<h>i|j', 'On Record 2026-01-05 a b c d e f g h i j.md'],
    ['a way up', '../../etc/passwd', 'On Record 2026-01-05 etc passwd.md'],
    ['dots and spaces at the ends', ' ...a. . ', 'On Record 2026-01-05 a.md'],
    ['signs that turn the reading direction', 'a\u202egnp.exe', 'On Record 2026-01-05 a gnp.exe.md'],
    ['letters of the world', 'Ça été 漢字 \u{1f600}', 'On Record 2026-01-05 Ça été 漢字 \u{1f600}.md'],
    ['half a character', 'a\ud83d', 'On Record 2026-01-05 a.md'],
  ])('%s', (_what, title, expected) => {
    expect(fileName(title, '2026-01-05', 'md')).toBe(expected);
  });

  it('is safe whatever the title, and never too long', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 400 })), (title) => {
        const name = fileName(title, '2026-01-05', 'md');
        expect(name).toMatch(/^On Record 2026-01-05(?: [^ ].*)?\.md$/u);
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e]|[ .]\.md$/);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(190);
      }),
      { numRuns: 500 },
    );
    expect(
      new TextEncoder().encode(fileName('漢'.repeat(1_000_000), '2026-01-05', 'md')).length,
    ).toBeLessThan(190);
  });
});
