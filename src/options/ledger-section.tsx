import { useState } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import { ledgerPort } from '#messaging/export-port.ts';
import { ledgerKey } from '#messaging/setting-keys.ts';
import { AskDialog } from '#ui/ask-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { ExportButton } from '#ui/export/export-button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { t, tCount } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { SwitchRow } from './switch-row.tsx';

interface Ledger {
  readonly on: boolean;
  readonly total: number;
}

async function readLedger(): Promise<Ledger> {
  const [settings, { total }] = await Promise.all([
    request('settings.all', null),
    request('ledger.list', { offset: 0, limit: 1 }),
  ]);
  return { on: settings[ledgerKey] === true, total };
}

/** Whether every quotation of what one reads is kept; off until the reader asks for it, and wiped by itself. */
export function LedgerSection() {
  const { value: ledger } = useFollowed(readLedger, onRevision);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  if (ledger === null) return null;
  const attempt = (doing: Promise<unknown>): void => {
    setTrouble(null);
    doing.catch(setTrouble);
  };
  return (
    <>
      <SwitchRow
        title={t('ledgerSwitch')}
        text={t('ledgerSwitchText')}
        checked={ledger.on}
        onChange={(on) => attempt(request('settings.put', { key: ledgerKey, value: on ? true : null }))}
      />
      {ledger.total > 0 && (
        <div class="sheet-actions ledger-actions">
          <span>{tCount('ledgerCount', ledger.total)}</span>
          <ExportButton
            scopes={[{ label: t('exportLedger'), title: t('ledgerTitle'), port: ledgerPort() }]}
          />
          <Button look="quiet" icon="trash" onClick={() => setAsked(true)}>
            {t('ledgerWipe')}
          </Button>
        </div>
      )}
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      {asked && (
        <AskDialog
          title={t('ledgerWipeTitle')}
          text={t('ledgerWipeText')}
          yes={t('ledgerWipe')}
          onNo={() => setAsked(false)}
          onYes={() => {
            setAsked(false);
            attempt(request('ledger.wipe', null));
          }}
        />
      )}
    </>
  );
}
