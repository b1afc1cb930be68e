import { describe, expect, it } from 'vitest';
import { languages } from '#core/detect/languages/registry.ts';
import { findPeople, type PeopleFound } from '#core/detect/people.ts';
import { tokenise } from '#core/detect/tokenise.ts';
import type { Person } from '#core/detect/types.ts';

const [english] = languages;

function find(text: string): PeopleFound {
  if (english === undefined) throw new Error('no language');
  return findPeople(tokenise(text, english));
}

function person(found: PeopleFound, name: string): Person {
  const match = found.people.find((one) => one.name === name);
  if (match === undefined)
    throw new Error(`${name} not among ${found.people.map((one) => one.name).join('; ')}`);
  return match;
}

describe('names', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'strips titles',
      'Yesterday Mr. Adam Fielding met Sen. Laura Penrose.',
      ['Adam Fielding', 'Laura Penrose'],
    ],
    [
      'keeps initials',
      'The book by Martin K. Oswald was praised by J. B. Harding.',
      ['Martin K. Oswald', 'J. B. Harding'],
    ],
    [
      'keeps particles',
      'Mayor Carlo de Santis spoke with Ursula van der Berg.',
      ['Carlo de Santis', 'Ursula van der Berg'],
    ],
    [
      'keeps hyphens and apostrophes',
      'Mary-Ann Lloyd-Hughes replaced Kevin O’Leary.',
      ['Mary-Ann Lloyd-Hughes', 'Kevin O’Leary'],
    ],
    [
      'keeps Jr.',
      'Samuel Porter Jr. won, and Henry Walsh III lost.',
      ['Samuel Porter Jr.', 'Henry Walsh III'],
    ],
    ['leaves the possessive', 'It was Susan Carter’s second win.', ['Susan Carter']],
    [
      'reads a title before an unknown name',
      'President Ndlovu thanked Prime Minister Tshering.',
      ['Ndlovu', 'Tshering'],
    ],
  ];
  it.each(cases)('%s', (_what, text, names) => {
    expect(find(text).people.map((one) => one.name)).toEqual(names);
  });

  it('does not take places, firms and days for people', () => {
    const found = find(
      'On Monday the Ford Motor Company opened a plant in Saint Paul near the Washington Monument.',
    );
    expect(found.people.map((one) => one.name)).toEqual([]);
  });
});

describe('grouping', () => {
  it('joins short forms and titled forms to the full name', () => {
    const found = find(
      'Secretary of State Anna Rowland arrived on Sunday.\n\nRowland said little. Later Secretary Rowland left. “It went well,” Ms. Rowland said.',
    );
    const rowland = person(found, 'Anna Rowland');
    expect(found.people).toHaveLength(1);
    expect(rowland.mentions.map((mention) => mention.text)).toEqual([
      'Anna Rowland',
      'Rowland',
      'Rowland',
      'Rowland',
    ]);
    expect(rowland.aliases).toContain('Secretary Rowland');
    expect(rowland.roles).toContain('Secretary of State');
    expect(rowland.gender).toBe('female');
  });

  it('never merges two people with one surname', () => {
    const found = find(
      'Peter Marsh met his wife, Helen Marsh. Helen Marsh said so. Mr. Marsh agreed, and Mrs. Marsh laughed.',
    );
    expect(found.people.map((one) => one.name)).toEqual(['Peter Marsh', 'Helen Marsh']);
    expect(person(found, 'Peter Marsh').mentions).toHaveLength(2);
    expect(person(found, 'Helen Marsh').mentions).toHaveLength(3);
  });

  it('keeps apart names that differ in gender by one letter', () => {
    const found = find('Paul Hargrove left early. Paula Hargrove stayed.');
    expect(found.people).toHaveLength(2);
  });

  it('joins spellings of one name', () => {
    const found = find(
      'Prime Minister Henrik Støren spoke. Henrik Storen, left, waves. Norway’s Prime Minister Henrik Stoeren arrives.',
    );
    expect(found.people).toHaveLength(1);
  });
});

describe('grouping by what people are called', () => {
  it.each([
    [
      'a nickname in marks',
      'Luis “Pico” Carter scored. The crowd sang. And Pico? He left.',
      'Luis “Pico” Carter',
      2,
    ],
    ['a short form', '“Dima, come here,” she told Dmitri Palmer, the driver.', 'Dmitri Palmer', 2],
    [
      'a particle at a sentence’s start',
      'We met Ursula van der Berg. Van der Berg smiled.',
      'Ursula van der Berg',
      2,
    ],
    ['a family name first', 'Park Eun-ji runs a kitchen. Ms. Park said no.', 'Park Eun-ji', 2],
  ])('joins %s', (_what, text, name, count) => {
    expect(person(find(text), name).mentions).toHaveLength(count);
  });

  it('tells a given name from the title that it also is', () => {
    expect(
      person(find('Dean Hallow, the manager, was cross. Hallow left.'), 'Dean Hallow').mentions,
    ).toHaveLength(2);
    expect(find('The dean spoke. Dean Hallow was cross.').people[0]?.name).toBe('Hallow');
  });
});

describe('roles', () => {
  it.each([
    ['Walter Quint, the special envoy, said no.', 'Walter Quint', 'special envoy'],
    ['“No,” said Walter Quint, a spokesman for the agency.', 'Walter Quint', 'spokesman for the agency'],
    ['The spokeswoman Tammy Birch said no.', 'Tammy Birch', 'spokeswoman'],
  ])('reads the apposition in %s', (text, name, role) => {
    expect(person(find(text), name).roles).toContain(role);
  });

  it('marks photo credits and bylines', () => {
    const found = find(
      'By Carol Winters\n\nThe minister spoke with Alan Dufour on Monday in the capital.\n\nA crowd waits outside the hall.\nPeter Lund/Pool/AFP\n',
    );
    expect(person(found, 'Peter Lund').mentions[0]?.role).toBe('credit');
    expect(person(found, 'Carol Winters').mentions[0]?.role).toBe('byline');
    expect(person(found, 'Alan Dufour').mentions[0]?.role).toBe('story');
  });
});

/** Resolves the span between brackets. */
function resolveMarked(marked: string): string | null {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return find(marked.replace('[', '').replace(']', '')).resolve({ start, end });
}

describe('resolve', () => {
  it.each([
    ['Laura Penrose met Adam Fielding. “Fine,” [she] said.', 'Laura Penrose'],
    ['Laura Penrose met Adam Fielding. “Fine,” [he] said.', 'Adam Fielding'],
    ['President Adam Fielding met Laura Penrose. “Fine,” [the president] said.', 'Adam Fielding'],
    ['Walter Quint, the special envoy, met Adam Fielding. “Fine,” [the envoy] said.', 'Walter Quint'],
    ['Laura Penrose arrived. “Fine,” said [Penrose].', 'Laura Penrose'],
    ['Laura Penrose arrived. Then [Secretary Penrose] left.', 'Laura Penrose'],
    [
      'When Laura Penrose became mayor of Port Allen, Adam Fielding left. “No,” [the mayor] said.',
      'Laura Penrose',
    ],
    ['We asked the council’s clerk, Adam Fielding. “No,” said [the council’s clerk].', 'Adam Fielding'],
    ['It was announced by Laura Penrose, [who] called it a tax.', 'Laura Penrose'],
    ['Laura Penrose and Martin Penrose came. She smiled. “No,” said [her husband].', 'Martin Penrose'],
    ['Laura Penrose came with Martin Oswald. She smiled. “No,” said [her husband].', null],
    // Who becomes something is a subject like any other, and the first of the two.
    ['Then Adam Fielding became mayor and Martin Oswald won. “No,” [he] said.', 'Adam Fielding'],
    ['Laura Penrose, 52, met Adam Fielding, 43. “No,” said [the 43-year-old].', 'Adam Fielding'],
    ['Laura Penrose, 43, met Adam Fielding, 43. “No,” said [the 43-year-old].', null],
    ['Laura Penrose arrived. [A spokesman for Penrose] said no.', null],
    ['Laura Penrose arrived. [The Penrose campaign] said no.', null],
    ['Laura Penrose arrived. [Officials] said no.', null],
    ['The company grew. “Fine,” [he] said.', null],
  ])('%s', (marked, name) => {
    expect(resolveMarked(marked)).toBe(name);
  });

  it('leaves a pronoun open between two equal candidates', () => {
    expect(resolveMarked('The guests were Adam Fielding and Martin Oswald. [He] left.')).toBeNull();
  });
});

describe('other languages', () => {
  it.each([
    [
      'de',
      'Bundeskanzlerin Petra Lindner traf in Hamburg den Präsidenten Karl Vogt. Herr Vogt schwieg. Ursula von der Wiese kam auch, und die Partei stimmte zu.',
      ['Petra Lindner', 'Karl Vogt', 'Ursula von der Wiese'],
    ],
    [
      'fr',
      'Le président Bernard Lefort a reçu Mme Claire Dumas, maire de Nantes. « Non », a dit M. Lefort. Selon Paul Roche, la loi est bonne.',
      ['Bernard Lefort', 'Claire Dumas', 'Paul Roche'],
    ],
  ])('finds people in %s', (code, text, names) => {
    const language = languages.find((one) => one.code === code);
    if (language === undefined) throw new Error(`no ${code}`);
    const found = findPeople(tokenise(text, language));
    expect(found.people.map((one) => one.name)).toEqual(names);
  });
});

describe('hostile text', () => {
  it.each([
    ['nothing', ''],
    ['lone surrogates', '\ud800 John\udfff Smith \udc00'.repeat(50)],
    ['emoji and right-to-left text', '😀 John Smith 👩‍👩‍👧 قال محمد השר אמר Mr. 😀'.repeat(50)],
    ['capitals without end', 'Aaa Bbb '.repeat(20_000)],
    ['one long word', 'A'.repeat(200_000)],
    ['titles without end', 'President Secretary of the '.repeat(5_000)],
    ['names without end', Array.from({ length: 8_000 }, (_, i) => `John Smith${i % 977} said`).join(' ')],
    ['commas and brackets', 'John Smith, ('.repeat(10_000)],
  ])('survives %s', (_what, text) => {
    const found = find(text);
    expect(() => found.resolve({ start: 0, end: text.length })).not.toThrow();
    for (const one of found.people) {
      for (const mention of one.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    }
    expect(new Set(found.people.map((one) => one.name)).size).toBe(found.people.length);
  });
});
