import type { SyncProblem } from '#core/sync/sync-problem.ts';
import type { LastRun, SyncState } from '#messaging/sync-protocol.ts';
import { pending, type Scene, type Step } from './scene.ts';

/** Minutes before now, so that the pictures say the same every day. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const good: LastRun = {
  at: ago(5.2),
  sent: 3,
  taken: 12,
  unreadable: 0,
  refused: 0,
  problem: null,
  much: null,
};
const quiet: SyncState = {
  server: { database: 'https://couch.example.org/notes', name: 'ana' },
  isRunning: false,
  last: good,
  lastGood: good.at,
  waiting: 0,
  next: null,
  devices: [
    { id: 'b', name: 'Firefox on Windows', since: '2026-02-03', seen: '2026-03-04', isThis: false },
    { id: 'a', name: 'Chrome on Linux', since: '2026-01-12', seen: '2026-03-04', isThis: true },
  ],
};
const failed = (problem: SyncProblem): LastRun => ({ ...good, at: ago(1.2), sent: 0, taken: 0, problem });

const fields: readonly Step[] = [
  { click: '.sync-home .button' },
  { type: 'couch.example.org', into: '.sync-form .field:nth-of-type(1) .input' },
  { type: 'notes', into: '.sync-form .field:nth-of-type(2) .input' },
  { type: 'ana', into: '.sync-form .field:nth-of-type(3) .input' },
  { type: 'a password', into: '.sync-form .field:nth-of-type(4) .input' },
];
const test: Step = { click: '.sync-form .button' };
const start: Step = { click: '.sync-form .button-primary' };
/** As long as a real one: an address, a name and a password, sealed, as base64url. */
const code = `onrecord1.${'Vq3kX0mT-7bLzR8yWc_5hJd2pNfUeG4s'.repeat(10)}`;

/** Setting it up, and what can go wrong then. */
function setUpScenes(base: Scene): Readonly<Record<string, Scene>> {
  const tried = (problem: SyncProblem): Scene => ({
    ...base,
    answers: { 'sync.test': () => ({ problem, holds: null }) },
    steps: [...fields, test],
  });
  return {
    'options-sync-off': base,
    'options-sync-wrong': {
      ...base,
      steps: [
        { click: '.sync-home .button' },
        { type: 'http://couch.example.org', into: '.sync-form .field:nth-of-type(1) .input' },
        start,
      ],
    },
    'options-sync-empty': {
      ...base,
      answers: { 'sync.test': () => ({ problem: null, holds: 'nothing' }) },
      steps: [...fields, test],
    },
    'options-sync-holds': {
      ...base,
      answers: { 'sync.test': () => ({ problem: null, holds: 'notebook' }), 'sync.setUp': () => pending() },
      steps: [...fields, { type: 'four or five words', into: '.sync-form + .sync-form .input' }, start],
    },
    'options-sync-cors': tried('cors'),
    'options-sync-no-database': tried('no-database'),
    'options-sync-certificate': tried('no-safe-connection'),
    'options-sync-denied': { ...base, access: 'not-enabled', steps: [...fields, test] },
    'options-sync-code-in': {
      ...base,
      answers: { 'sync.readCode': () => ({ access: null, problem: 'bad-code' }) },
      steps: [
        { click: '.sync-home .button + .button' },
        { type: 'what a reader pastes', into: '.sync-form textarea' },
        { type: 'four or five words', into: '.sync-form input' },
        start,
      ],
    },
  };
}

/** A server and devices with names as long as there are. */
const long: Partial<SyncState> = {
  server: {
    database:
      'https://notizbuch.donaudampfschifffahrtsgesellschaft.example:6984/proxy/gemeinsames_notizbuch_der_redaktion',
    name: 'ana',
  },
  last: failed('refused'),
  devices: [
    'Der Rechner im Büro am Fenster, der von der Kollegin übernommen wurde und noch ihren Namen trägt',
    'Donaudampfschifffahrtsgesellschaftskapitänsbürorechner'.repeat(2),
    'حاسوب البيت',
  ].map((name, i) => ({ id: `${i}`, name, since: '2026-01-12', seen: '2026-03-04', isThis: i === 0 })),
};

/** How it stands. */
function setUpDoneScenes(base: Scene): Readonly<Record<string, Scene>> {
  const inState = (state: Partial<SyncState>, more: Scene['answers'] = {}): Scene => ({
    ...base,
    answers: { 'sync.state': () => ({ ...quiet, ...state }), ...more },
  });
  return {
    'options-sync-quiet': inState({}),
    'options-sync-running': inState({ isRunning: true, waiting: 1 }),
    'options-sync-failing': inState({
      last: failed('unreachable'),
      lastGood: ago(60 * 26),
      waiting: 14,
      next: ago(-8),
    }),
    'options-sync-much': inState({
      last: { ...failed('too-much'), much: { rewritten: 812, all: 3_406 }, unreadable: 2 },
      waiting: 2,
    }),
    'options-sync-wiped': inState({ last: failed('wiped'), waiting: 3 }),
    'options-sync-code': {
      ...inState({}, { 'sync.code': () => ({ code }) }),
      steps: [{ click: '.sync-home .button + .button' }],
    },
    'options-sync-wipe': { ...inState({}), steps: [{ click: '.sync .button-danger' }] },
    'options-sync-long': inState(long),
  };
}

/** Of each kind one: fields with what is wrong, an answer with its lines, a question, a picture. */
const usual = new Set(['options-sync-wrong', 'options-sync-cors', 'options-sync-much', 'options-sync-code']);

/** One notebook on several machines. */
export function syncScenes(options: Scene): Readonly<Record<string, Scene>> {
  const base: Scene = { ...options, fragment: '#sync' };
  const all = Object.entries({ ...setUpScenes(base), ...setUpDoneScenes(base) });
  return Object.fromEntries(all.map(([name, scene]) => [name, { ...scene, isMore: !usual.has(name) }]));
}
