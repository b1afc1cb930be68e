import { article, germanName, kept, longWords, record, words } from './sample.ts';
import { popupScenes } from './popup-scenes.ts';
import { failing, pending, type Scene } from './scene.ts';

const second = {
  ...article,
  source: 'https://www.example-zeitung.de/politik/haushalt',
  title: 'Haushaltsbegleitgesetzänderungsantrag: Ausschuss vertagt sich auf unbestimmte Zeit',
  outlet: 'Beispielzeitung',
  language: 'de',
  published: null,
};

const hits = [
  {
    annotation: kept({
      exact: words,
      start: 400,
      quotation: record,
      note: 'Compare with November.',
      tags: ['bridge', 'promises'],
    }),
    article,
  },
  {
    annotation: kept({ exact: longWords, start: 900, quotation: { ...record, status: 'confirmed' } }),
    article,
  },
  {
    annotation: kept(
      {
        exact: 'Das ist, bei allem Respekt, Kaffeesatzleserei.',
        start: 50,
        quotation: { ...record, speaker: germanName, status: 'corrected' },
        note: 'Nachfragen: wer hat das Gutachten bezahlt?\nUnd wann?',
      },
      second.source,
    ),
    article: second,
  },
  { annotation: kept({ exact: 'The ferry will run all night.', start: 3300, quotation: null }), article },
];

const refused = { ...record, status: 'rejected' } as const;
const refusedHits = [
  {
    annotation: kept({
      exact: 'Bridge of sighs',
      start: 2900,
      quotation: refused,
      note: 'A pun, not a voice.',
    }),
    article,
  },
  {
    annotation: kept({ exact: 'There is no version of this.', start: 1900, quotation: refused }),
    article,
  },
];

const library: Scene = {
  surface: 'library',
  answers: { 'annotations.search': ({ query }) => (query.includes('zz') ? [] : hits) },
};

const options: Scene = {
  surface: 'options',
  granted: [
    'https://weekly.example.org/*',
    'https://nachrichten.landesverkehrsministerkonferenz.example.de/*',
  ],
};

const panel = popupScenes['popup-article'];

/** The library, the options, the welcome page and the panel. */
export const pageScenes: Readonly<Record<string, Scene>> = {
  library,
  'library-person': { ...library, steps: [{ click: '[data-tab=person]' }] },
  'library-rejected': {
    ...library,
    answers: { 'annotations.search': () => [...refusedHits, ...hits.slice(0, 1)] },
  },
  'library-only-rejected': {
    ...library,
    answers: { 'annotations.search': () => refusedHits.slice(1) },
  },
  'library-editing': { ...library, steps: [{ click: '.record-foot button' }] },
  'library-deleted': { ...library, steps: [{ click: '.record-head .icon-button' }] },
  'library-export': { ...library, steps: [{ click: '.menu-place > .button' }] },
  'library-empty': { surface: 'library', answers: { 'annotations.search': () => [] } },
  'library-no-hits': { ...library, steps: [{ type: 'zz', into: 'input' }] },
  'library-failed': { surface: 'library', answers: { 'annotations.search': failing('storage-unavailable') } },
  'library-loading': { surface: 'library', answers: { 'annotations.search': () => pending() } },
  options,
  'options-none': { surface: 'options', granted: [] },
  'options-everywhere': { surface: 'options', granted: ['https://*/*', 'http://*/*'] },
  components: { surface: 'components' },
  welcome: { surface: 'welcome' },
  ...(panel === undefined ? {} : { panel: { ...panel, surface: 'panel' } }),
  'panel-unseen': { surface: 'panel', page: null },
};
