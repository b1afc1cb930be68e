import type { LedgerEntry } from '#core/ledger-entry.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { article, longWords, record, words } from './sample.ts';
import { failing, type Scene } from './scene.ts';

/** Days before now, so that the pictures say the same every day. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

const part = <T>(items: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
  items: items.slice(offset, offset + limit),
  total: items.length,
});

/** What was deleted. */
export function trashScenes(library: Scene, hits: readonly SearchHit[]): Readonly<Record<string, Scene>> {
  const thrown = hits.map(({ annotation, article: { title } }, index) => ({
    annotation,
    deleted: daysAgo(index * 9.98 + 0.01),
    title,
  }));
  const trash: Scene = {
    ...library,
    fragment: '#/trash',
    answers: {
      ...library.answers,
      'library.trash': (input) => part(thrown, input),
      'library.restore': ({ ids }) => (ids === 'all' ? thrown.length : ids.length),
      'library.purge': ({ ids }) => (ids === 'all' ? thrown.length : ids.length),
    },
  };
  return {
    trash,
    'trash-asks': { ...trash, steps: [{ click: '.feed-tools .button:nth-child(2)' }] },
    'trash-restored': { ...trash, steps: [{ click: '.record-foot .button' }] },
    'trash-empty': {
      ...trash,
      answers: { ...trash.answers, 'library.trash': () => ({ items: [], total: 0 }) },
    },
    'trash-failed': { ...trash, answers: { ...trash.answers, 'library.trash': failing('storage-closed') } },
  };
}

const entries: readonly LedgerEntry[] = [
  words,
  longWords,
  'a decision that should have come in the spring',
].map((exact, index) => ({
  id: `entry ${index}`,
  source: article.source,
  title: article.title,
  exact,
  start: index * 100,
  seen: article.lastSeen,
  quotation:
    index === 2
      ? { ...record, speaker: null, mention: 'officials' }
      : index === 1
        ? { ...record, speaker: 'Tobias Achterberg', status: 'corrected' }
        : record,
}));

/** Every quotation of what was read. */
export function ledgerScenes(library: Scene): Readonly<Record<string, Scene>> {
  const ledger: Scene = {
    ...library,
    fragment: '#/ledger',
    answers: {
      ...library.answers,
      'settings.all': () => ({ 'ledger.enabled': true }),
      'ledger.list': (input) => part(entries, input),
      'ledger.wipe': () => entries.length,
    },
  };
  return {
    ledger,
    'ledger-asks': { ...ledger, steps: [{ click: '.feed-tools .button' }] },
    'ledger-empty': {
      ...ledger,
      answers: { ...ledger.answers, 'ledger.list': () => ({ items: [], total: 0 }) },
    },
  };
}

export const backup = {
  id: 7,
  at: '2026-03-04T07:00:00Z',
  articles: 812,
  annotations: 3_406,
  people: 640,
  parts: 3,
  size: 412_000,
};

const ready = {
  state: 'ready',
  error: null,
  backups: [backup],
  usage: 61_400_000,
  quota: 10_000_000_000,
  isNearlyFull: false,
  remindToSave: false,
  aside: 0,
} as const;

/** What the head of the library says of the store. */
export function stateScenes(library: Scene): Readonly<Record<string, Scene>> {
  const inState = (state: object, more: Scene['answers'] = {}): Scene => ({
    ...library,
    answers: { ...library.answers, 'storage.state': () => ({ ...ready, ...state }), ...more },
  });
  const empty = { 'library.articles': () => ({ items: [], total: 0 }) };
  return {
    'state-remind': inState({ remindToSave: true }),
    'state-evicted': inState({ state: 'evicted' }, empty),
    'state-evicted-bare': inState({ state: 'evicted', backups: [] }, empty),
    'state-read-only': inState({ state: 'read-only', error: 'newer-version' }),
    'state-unavailable': inState(
      { state: 'unavailable', error: 'storage-blocked' },
      { 'library.articles': failing('storage-blocked') },
    ),
    'state-nearly-full': inState({ isNearlyFull: true }),
    'state-aside': inState({ aside: 1 }),
    'state-sync': inState(
      {},
      {
        'sync.state': () => ({
          server: { database: 'https://couch.example.org/notes', name: 'ana' },
          isRunning: false,
          last: {
            at: daysAgo(0),
            sent: 0,
            taken: 0,
            unreadable: 0,
            refused: 0,
            problem: 'wiped',
            much: null,
          },
          lastGood: daysAgo(3),
          waiting: 4,
          next: null,
          devices: [],
        }),
      },
    ),
    'state-backlog': inState({}, { 'library.backlog': () => ({ documents: 104_220, waiting: 61_300 }) }),
  };
}
