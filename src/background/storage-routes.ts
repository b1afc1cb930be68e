import { number, object, offset, oneOf } from '#core/guard.ts';
import type { Json } from '#core/guard-json.ts';
import * as inputs from '#messaging/library-inputs.ts';
import { address, nothing, only } from '#messaging/inputs.ts';
import type { ChangeView, Decision, LibraryRequests, PageInput } from '#messaging/library-protocol.ts';
import type { Routes } from '#messaging/server.ts';
import { decisionsOf } from '#storage/article-details.ts';
import type { Backups } from '#storage/backup-database.ts';
import { makeBackup, readPart } from '#storage/backups.ts';
import type { Storage } from '#storage/database.ts';
import { putDecision } from '#storage/decide.ts';
import { countKept } from '#storage/annotations.ts';
import { historyState, redo, undo } from '#storage/history.ts';
import { listLedger, wipeLedger } from '#storage/ledger.ts';
import type { ChangeRecord } from '#storage/record-types.ts';
import { previewRestore, restoreBackup } from '#storage/restore-backup.ts';
import { listAside } from '#storage/set-aside.ts';
import { listSettings, putSetting } from '#storage/settings.ts';
import { asJson } from './as-json.ts';
import { recordsChanged } from './records-changed.ts';
import { backupView, savedFileKey, storageState } from './storage-state.ts';
import type { SyncService } from './sync-service.ts';
import { wipeEverything } from './wipe-everything.ts';

type Answers = Routes<Pick<LibraryRequests, Names>>;
type Names = Extract<
  keyof LibraryRequests,
  `${'decisions' | 'history' | 'storage' | 'backups' | 'settings' | 'ledger'}.${string}`
>;

const backupId = number(1, Number.MAX_SAFE_INTEGER);

function changeView(change: ChangeRecord | null): ChangeView | null {
  if (change?.number === undefined) return null;
  const { action, about, count, at, undone } = change;
  return { number: change.number, action, about, count, at, undone };
}

/** Undo and redo, decisions, settings and the ledger. */
function recordRoutes(
  storage: Storage,
): Pick<Answers, Extract<Names, `${'decisions' | 'history' | 'settings' | 'ledger'}.${string}`>> {
  return {
    'decisions.ofArticle': {
      parse: only('source', address),
      from: 'ui',
      answer: ({ source }) => decisionsOf(storage, source),
    },
    'decisions.put': {
      parse: object<{ decision: Decision; takeBack: boolean }>({
        decision: inputs.decision,
        takeBack: inputs.boolean,
      }),
      from: 'ui',
      answer: async ({ decision, takeBack }) => {
        await putDecision(storage, decision, takeBack, Date.now());
        recordsChanged();
        return changeView((await historyState(storage)).undo);
      },
    },
    'history.state': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        const state = await historyState(storage);
        return { undo: changeView(state.undo), redo: changeView(state.redo) };
      },
    },
    'history.undo': {
      parse: only('expected', inputs.expected),
      from: 'ui',
      answer: async ({ expected }) => {
        const change = await undo(storage, expected ?? undefined);
        recordsChanged();
        return changeView(change);
      },
    },
    'history.redo': {
      parse: only('expected', inputs.expected),
      from: 'ui',
      answer: async ({ expected }) => {
        const change = await redo(storage, expected ?? undefined);
        recordsChanged();
        return changeView(change);
      },
    },
    'settings.all': { parse: nothing, from: 'ui', answer: () => listSettings(storage) },
    'settings.put': {
      parse: object<{ key: string; value: Json }>({ key: inputs.settingKey, value: inputs.settingValue }),
      from: 'ui',
      answer: async ({ key, value }) => {
        await putSetting(storage, key, value);
        recordsChanged();
        return null;
      },
    },
    'ledger.list': {
      parse: inputs.paged({}),
      from: 'ui',
      answer: (page: PageInput) => listLedger(storage, page.limit, page.offset),
    },
    'ledger.wipe': {
      parse: nothing,
      from: 'alone',
      answer: async () => {
        const count = await wipeLedger(storage);
        recordsChanged();
        return count;
      },
    },
  };
}

/** The state of the store, its backups, and what is kept beside the annotations. */
export function storageRoutes(storage: Storage, backups: Backups, sync: SyncService): Answers {
  return {
    ...recordRoutes(storage),
    'storage.aside': {
      parse: inputs.paged({}),
      from: 'ui',
      answer: async (page: PageInput) => {
        const { items, total } = await listAside(storage, page.limit, page.offset);
        return { items: items.map(asJson), total };
      },
    },
    'storage.kept': { parse: nothing, from: 'ui', answer: () => countKept(storage) },
    'storage.state': { parse: nothing, from: 'ui', answer: () => storageState(storage, backups, Date.now()) },
    'storage.wipe': {
      parse: only('backups', inputs.boolean),
      from: 'alone',
      answer: async (input) => {
        const made = await sync.forget(() => wipeEverything(storage, backups, input.backups, Date.now()));
        recordsChanged();
        return made === null ? null : backupView(made);
      },
    },
    'backups.make': {
      parse: nothing,
      from: 'ui',
      answer: async () => backupView(await makeBackup(storage, backups, Date.now())),
    },
    'backups.preview': {
      parse: only('id', backupId),
      from: 'ui',
      answer: ({ id }) => previewRestore(storage, backups, id),
    },
    'backups.restore': {
      parse: object<{ id: number; mode: 'add' | 'replace' }>({ id: backupId, mode: oneOf('add', 'replace') }),
      from: 'alone',
      answer: async (input) => {
        const done = await sync.apart(() => restoreBackup(storage, backups, input, Date.now()));
        recordsChanged();
        return done;
      },
    },
    'backups.part': {
      parse: object<{ id: number; part: number }>({ id: backupId, part: offset }),
      from: 'alone',
      answer: ({ id, part }) => readPart(backups, id, part),
    },
    'backups.saved': {
      parse: nothing,
      from: 'ui',
      answer: async () => {
        await putSetting(storage, savedFileKey, new Date().toISOString());
        return null;
      },
    },
  };
}
