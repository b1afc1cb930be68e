import type { PageState } from '#messaging/protocol.ts';
import {
  article,
  germanName,
  germanRole,
  kept,
  longWords,
  people,
  person,
  quotation,
  quotations,
  record,
  words,
} from './sample.ts';
import { failing, pending, type Scene } from './scene.ts';

const saved = [
  kept({
    exact: words,
    start: 400,
    quotation: record,
    note: 'Compare with November.',
    tags: ['bridge', 'promises'],
  }),
  kept({
    exact: 'a decision that should have come in the summer',
    start: 2400,
    quotation: { ...record, speaker: null, mention: 'officials' },
  }),
  kept({
    exact: 'The ferry will run all night.',
    start: 3300,
    quotation: null,
    note: 'Gone in the evening edition.',
  }),
];

const refused = { ...record, status: 'rejected' } as const;
const withRefused = [
  ...saved,
  kept({ exact: 'Bridge of sighs', start: 2900, quotation: refused, note: 'A pun, not a voice.' }),
  kept({ exact: 'There is no version of this in which the bearings last.', start: 1900, quotation: refused }),
];

const page: Extract<PageState, { state: 'article' }> = {
  state: 'article',
  source: article.source,
  title: article.title,
  quotations,
  people,
  outcomes: [
    { id: saved[0]?.id ?? '', outcome: 'exact' },
    { id: saved[1]?.id ?? '', outcome: 'changed' },
    { id: saved[2]?.id ?? '', outcome: 'not-found' },
  ],
};

const base: Scene = {
  surface: 'popup',
  tabUrl: article.source,
  granted: ['https://www.example-news.com/*'],
  answers: {
    'annotations.ofArticle': () => saved,
    'articles.get': () => article,
    'annotations.search': ({ query }) =>
      query.includes('zz') ? [] : saved.map((annotation) => ({ annotation, article })),
  },
  page: { 'page.state': () => page, 'page.reveal': () => true },
};

function pageScene(state: PageState, more: Partial<Scene> = {}): Scene {
  return { ...base, ...more, page: { 'page.state': () => state } };
}

const germanWords =
  'Die Verkehrsinfrastrukturfinanzierungsgesellschaft hat geliefert, was niemand bestellt hatte.';

/** No record of an export's part could be read. */
const nothingExported = {
  annotations: [],
  articles: [],
  decisions: [],
  versions: [],
  appearances: [],
  people: [],
};

export const popupScenes: Readonly<Record<string, Scene>> = {
  'popup-article': base,
  'popup-people': { ...base, steps: [{ click: '[data-tab=people]' }] },
  'popup-kept': { ...base, steps: [{ click: '[data-tab=saved]' }] },
  'popup-kept-rejected': {
    ...base,
    answers: { ...base.answers, 'annotations.ofArticle': () => withRefused },
    steps: [{ click: '[data-tab=saved]' }],
  },
  'popup-export-skipped': {
    ...base,
    answers: {
      ...base.answers,
      'export.records': () => ({ ...nothingExported, broken: 3 }),
    },
    steps: [
      { click: '.export-open-place .button' },
      { click: '.format-row' },
      { click: '.dialog .button-primary' },
    ],
  },
  'popup-kept-nothing': {
    ...base,
    answers: { 'annotations.ofArticle': () => [] },
    steps: [{ click: '[data-tab=saved]' }],
  },
  'popup-search': { ...base, steps: [{ type: 'bridge', into: 'input' }] },
  'popup-search-nothing': { ...base, steps: [{ type: 'zz', into: 'input' }] },
  'popup-export': { ...base, steps: [{ click: '.export-open-place .button' }, { click: '.format-row' }] },
  'popup-german': pageScene({
    ...page,
    title:
      'Verkehrsinfrastrukturfinanzierungsgesellschaft: Landesverkehrsministerkonferenz berät bis tief in die Nacht',
    quotations: [quotation(germanWords, 10, germanName, germanName)],
    people: [person(germanName, ['Leutheusser-Schnarrenberger'], [germanRole], 12)],
  }),
  'popup-nothing-found': pageScene(
    { ...page, quotations: [], people: [], outcomes: [] },
    {
      answers: { 'annotations.ofArticle': () => [] },
    },
  ),
  'popup-long': pageScene({
    ...page,
    quotations: [...quotations, quotation(longWords, 5000, 'Ada Okonkwo', 'Ada Okonkwo')],
  }),
  'popup-loading': { ...base, page: { 'page.state': () => pending() } },
  'popup-reading': pageScene({ state: 'reading' }),
  'popup-not-article': pageScene({ state: 'not-article' }),
  'popup-failed': pageScene({ state: 'failed' }),
  'popup-not-enabled': { ...base, tabUrl: 'https://weekly.example.org/story', granted: [], page: null },
  'popup-withheld': { ...base, tabUrl: 'https://www.theguardian.com/story', granted: [], page: null },
  'popup-silent': { ...base, page: null },
  'popup-off': pageScene({ state: 'off' }),
  'popup-store': { ...base, tabUrl: 'https://addons.mozilla.org/en-US/firefox/', page: null },
  'popup-view-source': { ...base, tabUrl: `view-source:${article.source}`, page: null },
  'popup-pdf': { ...base, tabUrl: 'https://www.example-news.com/report.pdf', page: null },
  'popup-file': { ...base, tabUrl: 'file:///home/reader/story.html', page: null },
  'popup-updated': { ...base, local: { updatedTo: '0.1.0' }, page: null },
  'popup-news': { ...base, local: { updatedTo: '0.1.0' }, incognito: true },
  'popup-marks-hidden': {
    ...base,
    page: { ...base.page, 'page.marks': () => ({ shown: false, site: 'www.example-news.com' }) },
  },
  'popup-forbidden': { ...base, tabUrl: 'chrome://settings', page: null },
  'popup-storage-failed': { ...base, answers: { 'annotations.ofArticle': failing('storage-unavailable') } },
};
