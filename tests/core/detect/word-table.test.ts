import { describe, expect, it } from 'vitest';
import { tokenKind } from '#core/detect/document.ts';
import { languages } from '#core/detect/languages/registry.ts';
import { lex } from '#core/detect/lexicon.ts';
import { markOffsets } from '#core/detect/mark-offsets.ts';
import { wordTable } from '#core/detect/word-table.ts';

const [english] = languages;
if (!english) throw new Error('no language');
const table = wordTable(english);
const whole = (form: string, kind: number = tokenKind.word) => table.at(form, 0, form.length, kind);

describe('the table of words', () => {
  it('gives the same entry for the same form wherever it stands, and another for another', () => {
    expect(table.at('she said so', 4, 8, tokenKind.word)).toBe(whole('said'));
    expect(whole('Said')).not.toBe(whole('said'));
    expect(whole('said').bits & lex.cue3).not.toBe(0);
  });

  it('lowers the case and straightens apostrophes', () => {
    expect(whole('O’Hara')).toMatchObject({ form: 'O’Hara', lower: "o'hara", capital: true });
  });

  it('knows a mark from a word of the same form', () => {
    expect(whole("'", tokenKind.mark).kind).toBe(tokenKind.mark);
    expect(whole("'").kind).toBe(tokenKind.word);
  });

  it('stays right when more words come than it holds, and for words of any length', () => {
    const forms = Array.from({ length: 40_000 }, (_, i) => `word${i}`);
    expect(forms.filter((form) => whole(form).form !== form)).toEqual([]);
    const long = 'x'.repeat(5000);
    expect(whole(long).lower).toBe(long);
    expect(whole('said').closed).toBeNull();
    expect(whole('said').open).toBe('V');
  });
});

describe('the offsets of marks', () => {
  it('tells double marks from single ones and leaves the rest', () => {
    const text = 'a “b” "c" „d‟ «e» 「f」 『g』 ‘h’ \'i\' ‚j‛ ‹k› …–— \u2020';
    const { double, single } = markOffsets(text);
    expect(double.map((at) => text[at]).join('')).toBe('“”""„‟«»「」『』');
    expect(single.map((at) => text[at]).join('')).toBe("‘’''‚‛‹›");
  });
});
