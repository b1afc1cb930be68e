import type { Scene } from './scene.ts';
import { backup } from './store-scenes.ts';

const backups = [
  backup,
  { ...backup, id: 6, at: '2026-03-03T07:10:00Z', annotations: 3_390, size: 409_300 },
  { ...backup, id: 5, at: '2026-03-02T21:44:00Z', annotations: 1, size: 812 },
];

const state = {
  state: 'ready',
  error: null,
  backups,
  usage: 61_400_000,
  quota: 10_000_000_000,
  isNearlyFull: false,
  remindToSave: true,
  aside: 2,
} as const;

/** What is kept, the backups, and the ledger's switch. */
export function optionsScenes(options: Scene): Readonly<Record<string, Scene>> {
  const full: Scene = {
    ...options,
    answers: {
      'storage.state': () => state,
      'storage.kept': () => 3_406,
      'settings.all': () => ({ 'ledger.enabled': true }),
      'ledger.list': () => ({ items: [], total: 12_408 }),
      'backups.make': () => backup,
      'backups.preview': () => ({
        annotations: { added: 12, changed: 3, removed: 41 },
        articles: { added: 2, changed: 1, removed: 9 },
        people: { added: 5, changed: 0, removed: 14 },
        trashed: 0,
        damaged: 0,
      }),
    },
  };
  const asked = '.backup-row .button';
  return {
    'options-data': { ...full, steps: [{ click: '.backup-row + .backup-row .button' }] },
    'options-restore-replace': {
      ...full,
      steps: [{ click: asked }, { click: '.dialog .segment:nth-of-type(2)' }],
    },
    'options-backed-up': { ...full, steps: [{ click: '.sheet-actions > .button:only-child' }] },
    'options-wipe': { ...full, steps: [{ click: '.button-danger' }] },
    'options-wipe-sure': {
      ...full,
      steps: [{ click: '.button-danger' }, { click: '.dialog-actions .button:last-child' }],
    },
    'options-ledger-asks': { ...full, steps: [{ click: '.ledger-actions .button' }] },
  };
}
