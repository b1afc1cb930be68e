import { describe, expect, it } from 'vitest';
import { languages } from '#core/detect/languages/registry.ts';
import { findPeople, type PeopleFound } from '#core/detect/people.ts';
import { tokenise } from '#core/detect/tokenise.ts';

function find(text: string, code = 'en'): PeopleFound {
  const language = languages.find((one) => one.code === code);
  if (language === undefined) throw new Error(`no ${code}`);
  return findPeople(tokenise(text, language));
}

const names = (text: string, code = 'en'): string[] => find(text, code).people.map((one) => one.name);

/** Each person's mentions as they stand, in order. */
const mentions = (text: string): Record<string, string[]> =>
  Object.fromEntries(find(text).people.map((one) => [one.name, one.mentions.map((mention) => mention.text)]));

describe('order of names', () => {
  it('reads family names that stand first', () => {
    expect(
      mentions('President Park Geun-hye and Moon Jae-in spoke. Mr. Park was tired, and Moon left early.'),
    ).toEqual({ 'Park Geun-hye': ['Park Geun-hye', 'Park'], 'Moon Jae-in': ['Moon Jae-in', 'Moon'] });
    expect(
      mentions('Xi Jinping met Kishida Fumio in Beijing. Mr. Xi said the talks went well. Kishida agreed.'),
    ).toEqual({ 'Xi Jinping': ['Xi Jinping', 'Xi'], 'Kishida Fumio': ['Kishida Fumio', 'Kishida'] });
  });

  it('reads a given name as the short form in Vietnamese', () => {
    expect(mentions('Nguyen Phu Trong, the party chief, met Tran Dai Quang. Trong spoke first.')).toEqual({
      'Nguyen Phu Trong': ['Nguyen Phu Trong', 'Trong'],
      'Tran Dai Quang': ['Tran Dai Quang'],
    });
  });

  it('joins the forms of Spanish double surnames', () => {
    expect(
      mentions(
        'Pedro Salinas Pérez-Aranda, the prime minister, said no. Salinas left. Salinas Pérez-Aranda returned.',
      ),
    ).toEqual({
      'Pedro Salinas Pérez-Aranda': ['Pedro Salinas Pérez-Aranda', 'Salinas', 'Salinas Pérez-Aranda'],
    });
    expect(mentions('Claudia Sandoval Pardo won; Sandoval smiled. Claudia Sandoval was glad.')).toEqual({
      'Claudia Sandoval Pardo': ['Claudia Sandoval Pardo', 'Sandoval', 'Claudia Sandoval'],
    });
  });
});

describe('nicknames', () => {
  it.each([
    ['Joaquín “El Zurdo” Guzmán escaped. Guzmán was caught.', 'Joaquín “El Zurdo” Guzmán'],
    ['Walter "The Rock" Johnson smiled. Johnson won.', 'Walter "The Rock" Johnson'],
    ['Edward ‘Ned’ Harrington spoke.', 'Edward ‘Ned’ Harrington'],
    ['William (Bill) Torrance, a lawyer, agreed.', 'William (Bill) Torrance'],
    ['Michael A. (Mike) Moorhouse spoke.', 'Michael A. (Mike) Moorhouse'],
  ])('are part of the name in %s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it('are not made of what somebody says', () => {
    expect(names('“Yes,” said Edward. “No.” Harriet Poole left.')).not.toContain(
      'Edward. “No.” Harriet Poole',
    );
  });
});

describe('people with one surname', () => {
  it.each([
    ['Peter Marsh and John Marsh spoke. Marsh said no.', ['Peter Marsh', 'John Marsh']],
    [
      'Anna Marsh met her brother, Paul Marsh. Ms. Marsh left. Mr. Marsh stayed.',
      ['Anna Marsh', 'Paul Marsh'],
    ],
    ['George W. Birch won. His father, George H. W. Birch, lost.', ['George W. Birch', 'George H. W. Birch']],
    ['Samuel Porter Jr. won. Samuel Porter Sr. was proud.', ['Samuel Porter Jr.', 'Samuel Porter Sr.']],
  ])('stay apart in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('places', () => {
  it('are no people, though no list knows them', () => {
    const text =
      'Tarvenia closed the gates. In Tarvenia, the fields are dry. Tarvenia’s prime minister, Borek Havel, said nothing.\n\nOldavia will go to court, and Oldavian farmers agree. Few in Oldavia believe Havel.';
    expect(names(text)).toEqual(['Borek Havel']);
  });

  it('do not take a person with them who is met in a place’s manner once', () => {
    expect(names('Faith in Havlin is rare. Borek Havlin smiled. Havlin’s government fell.')).toEqual([
      'Borek Havlin',
    ]);
  });

  it('include countries that are first names too', () => {
    expect(names('Israel was third, the jury said, and Jordan fourth. Maria Jordan smiled.')).toEqual([
      'Maria Jordan',
    ]);
  });
});

describe('lines that name authors', () => {
  it.each([
    ['By Carol Winters\n\nThe minister spoke on Monday in the capital.\n\nThe talks go on.', 'Carol Winters'],
    ['The talks go on.\n\nReporting by Jane Holloway in Paris; Editing by Tom Krantz', 'Tom Krantz'],
    ['The talks go on.\n\nLena Dorsey contributed reporting from London.', 'Lena Dorsey'],
    ['The talks go on.\n\nAnna Kovac and Peter Lindgren contributed to this report.', 'Peter Lindgren'],
    ['The talks go on.\n\nAdditional reporting by Marc Villiers and Ana Pires.', 'Marc Villiers'],
  ])('make bylines of %s', (text, name) => {
    expect(find(text).people.find((one) => one.name === name)?.mentions[0]?.role).toBe('byline');
  });

  it.each([
    ['The talks go on.\n\nPhotograph: Sally Price/The Herald', 'Sally Price'],
    ['The talks go on.\n\nPhoto by Martin Doyle', 'Martin Doyle'],
  ])('make credits of %s', (text, name) => {
    expect(find(text).people.find((one) => one.name === name)?.mentions[0]?.role).toBe('credit');
  });

  it.each([
    'By noon Mayor Carol Winters had left the country and nobody knew where she was.',
    'Carol Winters contributed a million to the campaign, the party said.',
  ])('are not found in %s', (text) => {
    expect(find(text).people[0]?.mentions[0]?.role).toBe('story');
  });
});

describe('borders', () => {
  it.each([
    ['The plan will fail, said Piers Aldous, a senior fellow at the Harrow Institute.', ['Piers Aldous']],
    [
      'The judges were Samuel Cushing Jr., David Hassler and Lisa Song.',
      ['Samuel Cushing Jr.', 'David Hassler', 'Lisa Song'],
    ],
    ['Rosa M. del Castillo met Dr. A. P. J. Abdul Karim.', ['Rosa M. del Castillo', 'A. P. J. Abdul Karim']],
    ['Volodymyr Zelenko said so. Zelenko agreed after Hurricane Sandy.', ['Volodymyr Zelenko']],
    ['“Thank you, Madam Speaker,” said Rep. Laura Holt.', ['Laura Holt']],
  ])('are right in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('German and French', () => {
  it.each([
    [
      'de',
      'Von Jost Reimann\n\nDie Oberbürgermeisterin von Neuwied, Annegret Thölke, sagte nein. Die Brücke bei Neuwied bleibt zu. Thölke schwieg.',
      ['Jost Reimann', 'Annegret Thölke'],
    ],
    [
      'de',
      'Das sei falsch, sagte Hannes Brückl. Der Bürgermeister von Ahlen widersprach.',
      ['Hannes Brückl'],
    ],
    [
      'fr',
      'C’est utile, a dit la maire, Maëlle Quintard, juge Bastien Lerouvillois.',
      ['Maëlle Quintard', 'Bastien Lerouvillois'],
    ],
  ])('in %s: %s', (code, text, expected) => {
    expect(names(text, code)).toEqual(expected);
  });

  it('takes the office before a comma for a role, and a verb for none', () => {
    const found = find('C’est utile, a dit la maire, Maëlle Quintard, juge Bastien Lerouvillois.', 'fr');
    expect(found.people.map((one) => one.roles)).toEqual([['maire'], []]);
  });
});

describe('things named like people', () => {
  it.each([
    ['Oliver Crane KC, prosecuting, told the jury so.', ['Oliver Crane']],
    ['Analysts at Pell & Hart called it a retreat, said Martin Oswald.', ['Martin Oswald']],
    ['Theresa May starts on May 1. May moves from the capital in May.', ['Theresa May']],
    ['Mr. Peter Jackson teaches in Jackson, Mississippi. Jackson likes it there.', ['Peter Jackson']],
  ])('are left out in %s', (text, expected) => {
    const found = find(text);
    expect(found.people.map((one) => one.name)).toEqual(expected);
    expect(found.people[0]?.mentions.length).toBeLessThan(3);
  });
});

describe('confidence', () => {
  it('grows with the evidence and stays within 0 and 1', () => {
    const sure = find('Senator Laura Penrose spoke. “Fine,” Ms. Penrose said. Penrose left.').people[0]
      ?.confidence;
    const unsure = find('They saw Quonset.').people[0]?.confidence ?? 0;
    expect(sure).toBeGreaterThan(0.85);
    expect(sure).toBeLessThanOrEqual(1);
    expect(unsure).toBeLessThan(0.7);
  });
});
