import { article, germanName } from './sample.ts';
import { pending, type Scene } from './scene.ts';

const person = (id: string, name: string, quotations: number) => ({
  person: {
    id,
    name,
    key: name.toLowerCase(),
    isNamed: false,
    note: '',
    follows: [],
    apart: [],
    created: article.firstSeen,
    modified: article.firstSeen,
  },
  quotations,
  articles: 3,
  example: null,
});

const people = [
  person('p1', 'Marta Lindqvist', 340),
  person('p2', germanName, 12),
  person('p3', 'Ada Okonkwo', 1),
];

const outlets = [
  { outlet: 'The Example', count: 41 },
  { outlet: 'Beispielzeitung für die südlichen Landkreise und das Umland', count: 12 },
  { outlet: 'lantern.example', count: 1 },
];

const address = '#/search?q=bridge&tag=bridge&note=yes';

/** The search with filters, kept searches and a selection. */
export function searchScenes(library: Scene): Readonly<Record<string, Scene>> {
  const answers: NonNullable<Scene['answers']> = {
    ...library.answers,
    'people.list': () => ({ items: people, total: people.length }),
    'library.outlets': () => outlets,
    'library.tags': () => [
      { tag: 'bridge', count: 12 },
      { tag: 'promises', count: 3 },
    ],
    'settings.all': () => ({
      'library.searches': [
        { name: 'Bridge, with notes', address },
        { name: 'Was der Minister über den Haushalt gesagt hat', address: '#/search?q=Haushalt' },
      ],
    }),
  };
  const search = (fragment: string, steps: NonNullable<Scene['steps']> = []): Scene => ({
    ...library,
    fragment,
    answers,
    steps,
  });
  const picked = [{ click: '.pick-row .pick-box' }];
  return {
    'search-all': search('#/search'),
    'search-filtered': search(`${address}&from=2026-01-01&until=2026-03-31&kind=direct&outlet=The+Example`),
    'search-kept': search(address),
    'search-kept-change': search(address, [{ click: '.saved-search .button' }]),
    'search-keep': search('#/search?q=repair', [{ click: '.feed-tools .button' }]),
    'search-choices': search('#/search?q=repair', [{ click: '.filter:nth-child(2) .button' }]),
    'search-people': search('#/search?q=repair', [{ click: '.filter:nth-child(1) .button' }]),
    'search-dates': search('#/search?q=repair&from=2026-01-01', [{ click: '.filter:nth-child(3) .button' }]),
    'search-nothing-fits': {
      ...search('#/search?status=corrected'),
      answers: { ...answers, 'library.search': () => ({ items: [], total: 0 }) },
    },
    'picks-one': search('#/search?q=repair', picked),
    'picks-all': search('#/search', [{ click: '.feed-head .pick-box' }]),
    'picks-tags': search('#/search', [...picked, { click: '.bulk .menu-place .button' }]),
    'picks-export': search('#/search', [
      ...picked,
      { click: '.bulk .export-open-place .button' },
      { click: '.format-row' },
    ]),
    'picks-deleted': {
      ...search('#/search', [...picked, { click: '.bulk > .button' }]),
      answers: { ...answers, 'library.delete': () => 1 },
    },
    'picks-working': {
      ...search('#/search', [
        { click: '.feed-head .pick-box' },
        { click: '.bulk > .button' },
        { type: 'x', into: '.feed-row' },
        { type: 'x', into: '.feed-row' },
      ]),
      answers: {
        ...answers,
        'library.delete': () => pending(),
        'jobs.state': () => ({ done: 6_120, total: 10_000 }),
      },
    },
    keys: search('#/search', [{ type: '?', into: '.feed-row' }]),
  };
}
