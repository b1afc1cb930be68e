import { occasionTable } from '#core/occasions.ts';
import type { PersonFigures } from '#core/person-figures.ts';
import type { Appearance, PersonCount } from '#core/person-count.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { article, germanName, germanRole, kept, longWords, record, words } from './sample.ts';
import type { Scene } from './scene.ts';

const zeitung = {
  ...article,
  source: 'https://www.example-zeitung.de/politik/bruecke',
  title: 'Hafenbrücke: Stadtrat stimmt nach langer Nacht für die Sperrung',
  outlet: 'Beispielzeitung',
  language: 'de',
  published: '2025-11-19T05:00:00Z',
};
const chronicle = {
  ...article,
  source: 'https://www.example-chronicle.com/profile',
  title: 'The engineer who became mayor',
  outlet: 'The Extraordinarily Long-Winded Chronicle of Record',
  published: '2024-06-02T05:00:00Z',
};

const appearances: readonly Appearance[] = [
  { name: 'Marta Lindqvist', source: article.source, article, roles: ['mayor of Port Harrow'] },
  { name: 'Lindqvist', source: zeitung.source, article: zeitung, roles: ['Bürgermeisterin'] },
  {
    name: 'Marta Lindqvist',
    source: chronicle.source,
    article: chronicle,
    roles: ['candidate for mayor', 'former chief engineer of the harbour authority'],
  },
];

function one(
  id: string,
  name: string,
  quotations: number,
  articles: number,
  example: Appearance | null,
): PersonCount {
  const modified = '2026-03-04T09:15:00.000Z';
  return {
    person: { id, name, note: '', follows: [], apart: [], created: modified, modified },
    quotations,
    articles,
    example,
  };
}

const [inExample = null, , inChronicle = null] = appearances;
const marta = one('marta', 'Marta Lindqvist', 41, 3, inExample);
const german = one('german', germanName, 7, 1, {
  name: germanName,
  source: zeitung.source,
  article: zeitung,
  roles: [germanRole],
});
const namesakes = [
  one('marta-2', 'Marta Lindqvist', 2, 1, inChronicle && { ...inChronicle, roles: ['violinist'] }),
  one('marta-3', 'M. Lindqvist', 1, 1, inExample && { ...inExample, roles: [] }),
];
const everybody: readonly PersonCount[] = [
  one('ada', 'Ada Okonkwo', 1, 1, inExample && { ...inExample, roles: [] }),
  marta,
  namesakes[0] ?? marta,
  german,
  one('tobias', 'Tobias Achterberg', 12, 5, inExample && { ...inExample, roles: ['chief engineer'] }),
  one('han', '韩正', 3, 2, null),
  one('layla', 'ليلى حداد', 5, 4, null),
];

const hits: readonly SearchHit[] = [
  {
    annotation: kept({ exact: words, start: 400, quotation: record, note: 'Compare with November.' }),
    article,
  },
  { annotation: kept({ exact: longWords, start: 900, quotation: record, tags: ['bridge'] }), article },
  {
    annotation: kept({ exact: 'Die Brücke ist sicher.', start: 50, quotation: record }, zeitung.source),
    article: zeitung,
  },
];

const outlets = ['The Example', 'Beispielzeitung', 'The Extraordinarily Long-Winded Chronicle of Record'];
const figures: PersonFigures = {
  outlets: outlets.map((label, index) => ({ name: label.toLowerCase(), label, count: 25 - 9 * index })),
  tags: ['bridge', 'promises'].map((label) => ({ name: label, label, count: label.length })),
  months: [
    { name: '2024-06', count: 7 },
    { name: '2025-11', count: 16 },
    { name: '2026-03', count: 18 },
  ],
  table: occasionTable(
    Array.from({ length: 41 }, (_, index) => ({
      date: new Date(Date.UTC(2024, 5 + ((index * index) % 22), 1 + (index % 27))).toISOString(),
      outlet: outlets[index % 11 === 0 ? 2 : index % 3 === 0 ? 1 : 0] ?? '',
      count: 1 + (index % 3),
    })),
  ),
};

/** The part of a list that was asked for. */
function part<T>(items: readonly T[], { offset, limit }: { offset: number; limit: number }) {
  return { items: items.slice(offset, offset + limit), total: items.length };
}

const scene: Scene = {
  surface: 'library',
  fragment: '#/person?id=marta',
  answers: {
    'people.list': (input) => {
      const wanted = input.query.toLowerCase();
      return part(
        everybody.filter(({ person }) => person.name.toLowerCase().includes(wanted)),
        input,
      );
    },
    'people.get': () => ({ person: marta, appearances }),
    'people.namesakes': () => [],
    'people.find': () => marta,
    'people.quotations': (input) => part(input.filter.outlet === 'nowhere' ? [] : hits, input),
    'people.figures': () => figures,
    'people.merge': () => marta.person,
    'people.split': () => marta.person,
    'people.rename': () => marta.person,
    'people.note': ({ note }) => ({ ...marta.person, note }),
    'library.search': (input) => part(hits, input),
    'history.state': () => ({
      undo: { number: 9, action: 'merge', about: 'marta', count: 1, at: article.lastSeen, undone: false },
      redo: null,
    }),
  },
};
const people: Scene = { ...scene, fragment: '#/people' };
const answering = (answers: Scene['answers']): Scene => ({
  ...scene,
  answers: { ...scene.answers, ...answers },
});
const many = Array.from({ length: 3_412 }, (_, index) => one(`p${index}`, `Person ${index}`, 9, 2, null));
const asked = answering({ 'people.namesakes': () => namesakes });
const long = answering({
  'people.get': () => ({
    person: { ...german, articles: 412 },
    appearances: german.example === null ? [] : [german.example],
  }),
  'people.namesakes': () => [{ ...german, person: { ...german.person, id: 'german-2' } }],
});
const open = (number: number): string => `.person-actions button:nth-child(${number})`;

/** The people of the library, and a person's page. */
export const peopleScenes: Readonly<Record<string, Scene>> = {
  people,
  'people-many': {
    ...people,
    answers: { ...people.answers, 'people.list': (input) => part(many, input) },
  },
  'people-empty': { ...people, answers: { 'people.list': (input) => part([], input) } },
  'people-no-hits': { ...people, steps: [{ type: 'zz', into: '.people-query input' }] },
  person: scene,
  'person-asked': asked,
  'person-speaker': {
    ...scene,
    fragment: `#/person?name=Marta+Lindqvist&in=${encodeURIComponent(article.source)}`,
  },
  'person-narrowed': {
    ...scene,
    fragment: '#/person?id=marta&outlet=beispielzeitung&from=2025-11-01&until=2026-02-03&order=oldest',
  },
  'person-nothing': { ...scene, fragment: '#/person?id=marta&outlet=nowhere' },
  'person-when': { ...scene, steps: [{ click: '.person-when summary' }] },
  'person-facts': { ...scene, steps: [{ click: '.person-facts summary' }] },
  'person-long-names': { ...long, steps: [{ click: '.person-facts summary' }] },
  'person-rename': { ...scene, steps: [{ click: open(1) }] },
  'person-merge': { ...asked, steps: [{ click: open(2) }] },
  'person-merge-found': {
    ...scene,
    steps: [
      { click: open(2) },
      { type: 'lind', into: '.person-form input' },
      { click: '.person-choices input' },
    ],
  },
  'person-split': { ...scene, steps: [{ click: open(3) }, { click: '.person-choice input' }] },
  'person-merged': { ...asked, steps: [{ click: '.namesake .button' }] },
  'person-gone': answering({ 'people.get': () => null }),
};
