import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeWords } from '#core/whole-words.ts';

/** [what it shows, the text with the selection between bars, the text with what is kept between bars] */
const cases: readonly (readonly [string, string, string])[] = [
  ['whole words stay', 'The |mayor spoke| today.', 'The |mayor spoke| today.'],
  ['an end inside a word', 'The |mayor spo|ke today.', 'The |mayor spoke| today.'],
  ['a beginning inside a word', 'The ma|yor spoke| today.', 'The |mayor spoke| today.'],
  ['both ends', 'T|he mayor spoke to|day.', '|The mayor spoke today|.'],
  ['a stray letter of the next word', 'The |mayor s|poke today.', 'The |mayor spoke| today.'],
  ['all of the text', '|The mayor|', '|The mayor|'],
  ['a part of one word, which was meant', 'The Finanz|minister| spoke.', 'The Finanz|minister| spoke.'],
  ['a beginning of one word', 'The |may|or spoke.', 'The |may|or spoke.'],
  ['an end of one word', 'The m|ayor| spoke.', 'The m|ayor| spoke.'],
  ['quotation marks beside words', '“|We will no|t” he said.', '“|We will not|” he said.'],
  ['straight quotation marks', 'said "|we will no|t" today', 'said "|we will not|" today'],
  ['guillemets', 'dit «|nous par|tons» hier', 'dit «|nous partons|» hier'],
  ['low German marks', 'sagte „w|ir geh|en“ und', 'sagte „|wir gehen|“ und'],
  ['single marks', 'said ‘w|e wi|ll’ today', 'said ‘|we will|’ today'],
  ['marks that were selected', 'said |“we wi|ll” today', 'said |“we will|” today'],
  ['no space', 'a |b c| d', 'a |b c| d'],
  ['a full stop stays outside', 'We |will g|o. Then', 'We |will go|. Then'],
  ['a word with a hyphen, cut in one of its parts', 'his |mother-in-l|aw said', 'his |mother-in-law| said'],
  ['a word with a hyphen, cut at it', 'the |then-|minister said', 'the |then-|minister said'],
  ['an apostrophe inside a name', 'Mr O’Br|ien spoke| up', 'Mr |O’Brien spoke| up'],
  ['a contraction', 'they |did|n’t go', 'they |did|n’t go'],
  ['a contraction in the end', 'and |they didn|’t go', 'and |they didn|’t go'],
  ['a possessive that was left out', '|the minister|’s plan', '|the minister|’s plan'],
  ['an article that was left out', 'dans l’|homme politique| dit', 'dans l’|homme politique| dit'],
  ['a word with its article, cut', 'dans l’hom|me politique| dit', 'dans |l’homme politique| dit'],
  ['a number with a point', 'it |costs 3|.5 million', 'it |costs 3.5| million'],
  ['a number with a comma', 'of 1,|000 people| came', 'of |1,000 people| came'],
  ['a number inside', 'in |May 20|26 it', 'in |May 2026| it'],
  ['a number before a full stop', 'it |costs 3|. Five came', 'it |costs 3|. Five came'],
  ['sentences without a space between them', 'they |will go|.Then they', 'they |will go|.Then they'],
  [
    'a letter with its accent apart',
    'le cafe\u0301 |est pre|\u0302t ici',
    'le cafe\u0301 |est pre\u0302t| ici',
  ],
  ['letters beyond the first plane', 'the |word 𝒜|𝒷𝒸 here', 'the |word 𝒜𝒷𝒸| here'],
  ['a soft hyphen', 'the |old minis|\u00ADter spoke', 'the |old minis\u00ADter| spoke'],
  ['a line break', 'We |will\n\ngo no|w\n\nThen', 'We |will\n\ngo now|\n\nThen'],
  ['Greek', 'ο δή|μαρχος είπε |σήμερα', 'ο |δήμαρχος είπε |σήμερα'],
  ['Russian', 'ми|нистр ска|зал вчера', '|министр сказал| вчера'],
  ['Arabic', 'قال الو|زير إن الحكو|مة', 'قال |الوزير إن الحكومة|'],
  ['Persian with its joiner', 'گفت نمی\u200C|خواهم برو|م', 'گفت |نمی\u200Cخواهم بروم|'],
  ['Hebrew', 'ראש הממ|שלה אמר הי|ום', 'ראש |הממשלה אמר היום|'],
  ['a Hebrew abbreviation', 'דובר |אמר צה|"ל אתמול', 'דובר |אמר צה|"ל אתמול'],
  ['a Hebrew abbreviation, cut', 'דובר |אמר צ|ה"ל אתמול', 'דובר |אמר צה"ל| אתמול'],
  ['a Hebrew quotation after a prefix', 'אמר ש"אנ|חנו נשארים| כאן"', 'אמר ש"|אנחנו נשארים| כאן"'],
  ['Hindi', 'मं|त्री ने कहा| आज', '|मंत्री ने कहा| आज'],
  ['Chinese stays as it is', '市长|昨天表|示不会', '市长|昨天表|示不会'],
  ['Japanese stays as it is', '市|長は昨日述|べた', '市|長は昨日述|べた'],
  ['Japanese in its two scripts', '大臣は|ニューヨー|クで', '大臣は|ニューヨー|クで'],
  ['Korean leaves particles out', '|시장은 대통령|은', '|시장은 대통령|은'],
  ['Thai stays as it is', 'นายก|รัฐมนตรีกล่|าว', 'นายก|รัฐมนตรีกล่|าว'],
  ['a Latin name in Chinese', '他用|手机和iPho|ne拍', '他用|手机和iPhone|拍'],
  ['pictures', 'a |b 👩‍|👧 c', 'a |b 👩‍|👧 c'],
];

const parse = (marked: string) => {
  const [before = '', inside = '', after = ''] = marked.split('|');
  const span = { start: before.length, end: before.length + inside.length };
  return { text: before + inside + after, span };
};
const show = (text: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${text.slice(0, start)}|${text.slice(start, end)}|${text.slice(end)}`;

describe('wholeWords', () => {
  it.each(cases)('%s', (_what, selected, kept) => {
    const { text, span } = parse(selected);
    expect(show(text, wholeWords(text, span))).toBe(kept);
  });

  it('never gets smaller, nor longer by a space or a quotation mark at its ends, and is settled after one time', () => {
    const piece = fc.constantFrom(
      ...[
        'the',
        'may',
        'or',
        ' ',
        '\n',
        '"',
        '“',
        '’',
        '.',
        ',',
        '3',
        '-',
        'é',
        '\u0301',
        '\ud83d',
        'צ',
        '長',
        'ニ',
        'a',
      ],
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(120), fc.nat(120), (text, a, b) => {
        const start = Math.min(a, b, text.length - 1);
        const end = Math.max(start + 1, Math.min(text.length, Math.max(a, b)));
        const kept = wholeWords(text, { start, end });
        expect(kept.start).toBeLessThanOrEqual(start);
        expect(kept.end).toBeGreaterThanOrEqual(end);
        const added = text.slice(kept.start, start) + text.slice(end, kept.end);
        expect(added).not.toMatch(/[\s“]/);
        expect(wholeWords(text, kept)).toEqual(kept);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves what has no end as it is', () => {
    const text = 'a'.repeat(200_000);
    expect(wholeWords(`b ${text}`, { start: 0, end: 100_000 })).toEqual({ start: 0, end: 100_000 });
  });
});
