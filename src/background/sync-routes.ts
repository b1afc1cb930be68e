import { serverAccess } from '#core/sync/server-access.ts';
import { nothing } from '#messaging/inputs.ts';
import type { Routes } from '#messaging/server.ts';
import { codeInput, setUpInput } from '#messaging/sync-inputs.ts';
import type { SyncRequests } from '#messaging/sync-protocol.ts';
import type { SyncService } from './sync-service.ts';

/** Sync. What sets it up, ends it or tells its secrets is for a page of ours that stands alone. */
export function syncRoutes(service: SyncService): Routes<SyncRequests> {
  return {
    'sync.state': { parse: nothing, from: 'ui', answer: service.state },
    'sync.run': { parse: nothing, from: 'ui', answer: () => service.run() },
    'sync.test': { parse: serverAccess, from: 'alone', answer: service.test },
    'sync.make': { parse: serverAccess, from: 'alone', answer: service.make },
    'sync.setUp': {
      parse: setUpInput,
      from: 'alone',
      answer: ({ access, passphrase, device }) => service.setUp(access, passphrase, device),
    },
    'sync.takeMuch': { parse: nothing, from: 'alone', answer: () => service.run(true) },
    'sync.stop': {
      parse: nothing,
      from: 'alone',
      answer: async () => {
        await service.stop();
        return null;
      },
    },
    'sync.wipe': { parse: nothing, from: 'alone', answer: service.wipe },
    'sync.code': { parse: nothing, from: 'alone', answer: service.code },
    'sync.readCode': {
      parse: codeInput,
      from: 'alone',
      answer: ({ code, passphrase }) => service.readCode(code, passphrase),
    },
  };
}
