import type { SpeakerShare } from '#core/article-summary.ts';
import type { ArticlePage } from '#messaging/library-protocol.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { article, germanName, kept, longWords, record, words } from './sample.ts';
import { failing, pending, type Scene } from './scene.ts';
import { importScenes } from './import-scenes.ts';
import { searchScenes } from './search-scenes.ts';
import { ledgerScenes, stateScenes, trashScenes } from './store-scenes.ts';

const second = {
  ...article,
  source: 'https://www.example-zeitung.de/politik/haushalt',
  title: 'Haushaltsbegleitgesetzänderungsantrag: Ausschuss vertagt sich auf unbestimmte Zeit',
  outlet: 'Beispielzeitung',
  language: 'de',
  published: null,
};

const hits: readonly SearchHit[] = [
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

const said = (
  speaker: string | null,
  named: boolean,
  direct: number,
  mixed: number,
  roles: readonly string[] = [],
  indirect = 0,
): SpeakerShare => ({ speaker, named, roles, quotations: 2, characters: { direct, mixed, indirect } });

const [first, longHit, , last] = hits;
const inArticle = [first, longHit, last].flatMap((hit) => (hit === undefined ? [] : [hit.annotation]));

const page: ArticlePage = {
  article,
  annotations: inArticle,
  speakers: [
    said('Marta Lindqvist', true, 890, 61, ['mayor of Port Harrow']),
    said(germanName, true, 212, 0),
    said('officials', false, 0, 48),
    said(null, false, 15, 0),
  ],
  seen: '2026-03-05T07:40:00Z',
  versions: [
    {
      annotation: inArticle[0]?.id ?? '',
      seen: '2026-03-05T07:40:00Z',
      outcome: 'changed',
      exact: 'We can repair it once, properly, or we can go on repairing it until it falls down.',
    },
    { annotation: inArticle[2]?.id ?? '', seen: '2026-03-05T07:40:00Z', outcome: 'not-found', exact: null },
  ],
  decisions: [],
};

/** The part of a list that was asked for. */
function part<T>(items: readonly T[], { offset, limit }: { offset: number; limit: number }) {
  return { items: items.slice(offset, offset + limit), total: items.length };
}

const many = Array.from({ length: 20_000 }, (_, index) => ({
  article: { ...(index % 3 === 0 ? second : article), source: `https://www.example-news.com/${index}` },
  count: 1 + (index % 9),
}));

const library: Scene = {
  surface: 'library',
  answers: {
    'library.articles': (input) =>
      part(
        [
          { article, count: 3 },
          { article: second, count: 1 },
        ],
        input,
      ),
    'library.article': () => page,
    'library.search': (input) => part(input.query.includes('zz') ? [] : hits, input),
    'history.state': () => ({
      undo: { number: 7, action: 'delete', about: null, count: 1, at: article.lastSeen, undone: false },
      redo: null,
    }),
  },
};
const inPart = (fragment: string, more: Partial<Scene> = {}): Scene => ({ ...library, fragment, ...more });
const onlyRefused: ArticlePage = {
  ...page,
  versions: [],
  annotations: refusedHits.slice(1).map(({ annotation }) => annotation),
};
const someRefused: ArticlePage = {
  ...page,
  annotations: [...refusedHits, ...hits.slice(0, 1)].map(({ annotation }) => annotation),
};
const thisArticle = `#/article?source=${encodeURIComponent(article.source)}`;

/** The library, part by part. */
export const libraryScenes: Readonly<Record<string, Scene>> = {
  library,
  'library-many': {
    ...library,
    answers: { ...library.answers, 'library.articles': (input) => part(many, input) },
  },
  // More than a browser lets a page be tall: passages of several heights, each with its number.
  'library-million': inPart('#/notes', {
    answers: {
      'library.search': ({ offset, limit }) => ({
        total: 1_000_000,
        items: Array.from({ length: Math.max(0, Math.min(limit, 1_000_000 - offset)) }, (_, index) => ({
          annotation: {
            ...kept({
              exact: `Passage ${offset + index}. ${longWords.repeat((offset + index) % 4)}`,
              start: 0,
              quotation: null,
            }),
            id: `urn:million:${offset + index}`,
          },
          article,
        })),
      }),
    },
  }),
  'library-article': inPart(thisArticle),
  'library-rejected': inPart(thisArticle, { answers: { 'library.article': () => someRefused } }),
  'library-only-rejected': inPart(thisArticle, { answers: { 'library.article': () => onlyRefused } }),
  'library-article-voices': inPart(thisArticle, {
    steps: [{ click: '.voice-unnamed .button' }],
    answers: {
      'library.article': () => ({
        ...page,
        speakers: Array.from({ length: 40 }, (_, index) =>
          said(
            index === 3 ? germanName : `Speaker ${index + 1}`,
            index % 3 !== 2,
            Math.round(400 / (1 + index)),
            90 - 2 * index,
            [],
            5 * index,
          ),
        ),
      }),
    },
  }),
  'library-article-gone': inPart(thisArticle, {
    answers: { 'library.article': () => ({ ...page, article: null, annotations: [], speakers: null }) },
  }),
  'library-notes': inPart('#/notes'),
  'library-notes-empty': inPart('#/notes', { answers: { 'library.search': (input) => part([], input) } }),
  'library-search': inPart('#/search?q=bridge'),
  'library-no-hits': inPart('#/articles', { steps: [{ type: 'zz', into: 'input' }] }),
  ...searchScenes(library),
  ...importScenes(library),
  ...trashScenes(library, hits),
  ...ledgerScenes(library),
  ...stateScenes(library),
  'library-editing': inPart('#/notes', { steps: [{ click: '.record-foot button' }] }),
  'library-deleted': inPart('#/notes', { steps: [{ click: '.record-head .icon-button' }] }),
  'library-export-template': {
    ...library,
    steps: [
      { click: '.export-open-place .button' },
      { click: '.format-row:has([value="notes"])' },
      { click: '.template summary' },
    ],
  },
  'library-export': {
    ...library,
    steps: [{ click: '.export-open-place .button' }, { click: '.format-row' }],
  },
  'library-empty': { surface: 'library', answers: { 'library.articles': (input) => part([], input) } },
  'library-failed': { surface: 'library', answers: { 'library.articles': failing('storage-unavailable') } },
  'library-loading': { surface: 'library', answers: { 'library.articles': () => pending() } },
};
