import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/cpu-ms.ts';
import { detect } from '#core/detect/detect.ts';

/** Speakers (resolved person, else the words) of each quotation, in order. */
function speakers(text: string, language = 'en'): (string | null)[] {
  return detect(text, { language }).quotations.map((q) => q.speaker && (q.speaker.person ?? q.speaker.text));
}

const HARBOUR = `Talks over the new harbour stalled on Monday, but Mayor Clara Whitcombe remained insistent that the city had made “real headway.”
“We will get there,” the mayor said during a tour of the docks with Finance Minister Piet Aaldersen. “The coming weeks matter a great deal.”
Mayor Clara Whitcombe with Finance Minister Piet Aaldersen at the docks in Port Allen, May 4, 2021.
Joan Teller/Reuters
On Tuesday, Whitcombe sharply criticised the union leader Oskar Brandt after a strike closed two piers.
“Oskar, come back!” Whitcombe wrote on her website.
“I am not pleased with the strike,” she added. “Needless, and badly timed.”
Since the talks began, her office has been accused of favouring the shipping firms — a charge the mayor rejected, insisting she is “being fair to everyone.”
“Quite simply, I owe nobody a thing,” she declared. “I owe the city its harbour.
Asked what the union had offered, Whitcombe replied, “A pause. A short one. It is something.”
“This dispute can end,” Aaldersen said at the ministry. “We have shown them the door to a deal.”
“What I hear from Minister Aaldersen is patience,” said Dana Oyelaran, a spokesperson for the port.
“The strike is a warning to all of us,” said Ruth Castellan, the deputy head of the Institute for Sea Trade.
“And while the mayor has asked for calm, she has not yet paid for it,” she continued. “That is no way to win.”`;

describe('a whole article', () => {
  it('finds every quotation and who says it', () => {
    const mayor = 'Clara Whitcombe';
    expect(speakers(HARBOUR)).toEqual([
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      mayor,
      'Piet Aaldersen',
      'Piet Aaldersen',
      'Dana Oyelaran',
      'Ruth Castellan',
      'Ruth Castellan',
      'Ruth Castellan',
    ]);
  });

  it('gives evidence and a confidence for each', () => {
    for (const q of detect(HARBOUR).quotations) {
      expect(q.evidence.length).toBeGreaterThan(0);
      expect(q.confidence).toBeGreaterThan(0);
      for (const evidence of q.evidence)
        for (const word of evidence.words) expect(word.end).toBeGreaterThan(word.start);
    }
  });
});

describe('who speaks', () => {
  it.each([
    ['after', '“It is over,” Ana Ruiz said.', ['Ana Ruiz']],
    ['inverted', '“It is over,” said Ana Ruiz.', ['Ana Ruiz']],
    ['before', 'Ana Ruiz said, “It is over.”', ['Ana Ruiz']],
    ['colon', 'Ana Ruiz said: “It is over.”', ['Ana Ruiz']],
    ['split', '“It is,” said Ana Ruiz, “quite over.”', ['Ana Ruiz', 'Ana Ruiz']],
    ['apposition', '“It is over,” Ana Ruiz, a nurse from Leeds, said.', ['Ana Ruiz']],
    ['apposition before', 'Ana Ruiz, 59, of Ashton, Md., said, “It is over.”', ['Ana Ruiz']],
    ['relative clause', 'Ana Ruiz, who runs the clinic, said it was “all over.”', ['Ana Ruiz']],
    ['according to', 'The plan is “all over,” according to Ana Ruiz.', ['Ana Ruiz']],
    ['told a reporter', 'Ana Ruiz told Reuters the plan was “all over.”', ['Ana Ruiz']],
    ['told, after', '“It is over,” Ana Ruiz told Reuters.', ['Ana Ruiz']],
    ['the outermost clause', 'Ana Ruiz said that Tom Weller wants “a clean sweep.”', ['Ana Ruiz']],
    ['passive', 'The plan was called “a disgrace” by Ana Ruiz.', ['Ana Ruiz']],
    ['own words', 'The plan is, in Ana Ruiz’s words, “a fine mess.”', ['Ana Ruiz']],
    ['noun', 'Tom Weller laughed at Ana Ruiz’s claim that the plan was “a fine mess.”', ['Ana Ruiz']],
    ['participle', 'Ana Ruiz left the hall, calling the vote “a fine mess.”', ['Ana Ruiz']],
    ['continued', '“It is over,” Ana Ruiz said. “We go home.”', ['Ana Ruiz', 'Ana Ruiz']],
    ['pronoun', 'Ana Ruiz left early. “It is over,” she said.', ['Ana Ruiz']],
    [
      'two in turn',
      '“Is it over?” Ana Ruiz asked. “Not yet,” Tom Weller answered.',
      ['Ana Ruiz', 'Tom Weller'],
    ],
    ['group', '“We lost everything,” residents said.', ['residents']],
    ['document', 'The report said the bridge was “close to collapse.”', ['The report']],
    ['label', 'Ana Ruiz: “It is over.”', ['Ana Ruiz']],
    ['signature', '“It is over.” — Ana Ruiz', ['Ana Ruiz']],
  ])('%s', (_name, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('what is no speech', () => {
  it.each([
    ['a book', 'Ana Ruiz wrote the novel “The Long Road” in 1999.'],
    ['a show', 'Tom Weller is the host of “Late Talk” on Fridays.'],
    ['a term', 'The so-called “bridge” was a plank.'],
  ])('%s', (_name, text) => {
    expect(speakers(text)).toEqual([]);
  });
});

describe('any text at all', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\n \t'],
    ['lone surrogates', '\ud800 “a \udc00 b,” he said. \ud83d'],
    ['control characters', '\u0000“\u0001hello there\u0002,” said \u202eAna\u0007.'],
    ['marks only', '“”‘’"\'«»„‚‹›「」'.repeat(50)],
  ])('%s', (_name, text) => {
    const found = detect(text);
    for (const q of found.quotations) expect(q.end).toBeLessThanOrEqual(text.length);
  });

  it('takes thousands of marks in one paragraph', { timeout: 30_000 }, () => {
    const taken = cpuMs(() => {
      detect('he said “a b ‘c “d '.repeat(1200));
      detect('“Yes,” she said. '.repeat(2500));
      detect('"'.repeat(10_000));
    });
    expect(taken).toBeLessThan(12_000);
  });
});
