import { onRevision, request } from '#messaging/client.ts';
import { ledgerKey } from '#messaging/setting-keys.ts';
import { useFollowed } from '#ui/use-followed.ts';

async function isOn(): Promise<boolean> {
  return (await request('settings.all', null))[ledgerKey] === true;
}

/** Whether the reader has asked for the ledger, followed as that changes anywhere. */
export function useLedgerOn(): boolean {
  return useFollowed(isOn, onRevision).value ?? false;
}
