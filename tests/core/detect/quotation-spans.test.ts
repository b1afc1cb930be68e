import { describe, expect, it } from 'vitest';
import { en } from '#core/detect/languages/en.ts';
import { markedSpans } from '#core/detect/quotation-spans.ts';
import { tokenise } from '#core/detect/tokenise.ts';

const quoted = (text: string): string[] =>
  markedSpans(tokenise(text, en)).map((span) => text.slice(span.start, span.end));

describe('quotation marks', () => {
  it.each([
    ['curly', 'She said “no” and “never again.”', ['“no”', '“never again.”']],
    ['straight', 'She said "no" and "never again."', ['"no"', '"never again."']],
    ['straight, touching brackets', 'It ("the plan") failed.', ['"the plan"']],
    ['German', 'Er sagte: „Nein.“ Sie schwieg.', ['„Nein.“']],
    ['German, closed by the other mark', 'Er sagte: „Nein.” Sie schwieg.', ['„Nein.”']],
    ['French', 'Il a dit : « Non. » Elle partit.', ['« Non. »']],
    ['inverted guillemets', 'Er sagte: »Nein.« Sie schwieg. »Ja.«', ['»Nein.«', '»Ja.«']],
    ['Swedish', 'Han sade: ”Nej.” Hon gick.', ['”Nej.”']],
    ['Japanese', '彼は「はい」と言った。', ['「はい」']],
    ['single low', 'Er nannte es ‚Unsinn‘ und ging.', ['‚Unsinn‘']],
    ['single guillemets', 'Il dit ‹ non › hier.', ['‹ non ›']],
    ['nested: the outermost only', '“He told me ‘no’ twice,” she said.', ['“He told me ‘no’ twice,”']],
    ['the same marks nested', '“He told me “no” twice,” she said.', ['“He told me “no” twice,”']],
    ['mistyped closer', 'He called it “a mess“ today.', ['“a mess“']],
  ])('%s', (_name, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('apostrophes and measures', () => {
  it.each([
    ['possessives', 'The workers’ rights and Lee’s plan', []],
    ['decades', "In the ’90s and the '80s they sang", []],
    ['clipped words', 'Give ’em rock ’n’ roll', []],
    ['inches and feet', 'He is 6\'2" tall and the pipe is 12" wide.', []],
    ['inches inside a quotation', '"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']],
    [
      'British',
      '‘It’s the workers’ party,’ she said. ‘We don’t mind.’',
      ['‘It’s the workers’ party,’', '‘We don’t mind.’'],
    ],
    [
      'British, straight',
      "'It's the workers' party,' she said. 'We don't mind.'",
      ["'It's the workers' party,'", "'We don't mind.'"],
    ],
    [
      'British, closed after a blank',
      '‘She sang “Alone,” ’ he said. ‘Twice.’',
      ['‘She sang “Alone,” ’', '‘Twice.’'],
    ],
    ['British, closing mark typed for an opener', '‘No,’ he said. ’Never.’', ['‘No,’', '’Never.’']],
    ['British, double inside single', '‘He said “no” to me,’ she said.', ['‘He said “no” to me,’']],
  ])('%s', (_name, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('unclosed quotations', () => {
  it('ends each paragraph’s part where the paragraph ends', () => {
    const text = '“We have waited for nine years.\n\n“Now it is done,” she said.';
    expect(quoted(text)).toEqual(['“We have waited for nine years.', '“Now it is done,”']);
    expect(markedSpans(tokenise(text, en)).map((s) => s.continues)).toEqual([true, false]);
  });

  it('takes the rest of a paragraph that was never closed', () => {
    const text = '“It is late,” he said. “I have to go home now.\n\nThen it rained.';
    expect(quoted(text)).toEqual(['“It is late,”', '“I have to go home now.']);
  });

  it('lets a stray mark be', () => {
    expect(quoted('The sign " hung there for years and nobody knew why it did.')).toEqual([]);
    expect(quoted('Nothing” here.')).toEqual([]);
    expect(quoted('“”')).toEqual([]);
  });
});
