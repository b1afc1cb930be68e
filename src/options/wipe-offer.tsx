import { useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import type { BackupView, StorageState } from '#messaging/library-protocol.ts';
import { Button } from '#ui/button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { t, tTime } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { WipeDialog } from './wipe-dialog.tsx';

interface WipeOfferProps {
  readonly state: StorageState;
  /** Saves all that is kept in a file. */
  readonly onSave: () => void;
  /** Called when everything is gone. */
  readonly onWiped: () => void;
}

/** To start anew: everything that On Record keeps on this device is deleted. */
export function WipeOffer({ state, onSave, onWiped }: WipeOfferProps) {
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const wipe = (backups: boolean): void => {
    setAsked(false);
    setTrouble(null);
    setSaid(t('wiping'));
    request('storage.wipe', { backups }, wipePatience).then(
      (made) => {
        setSaid(wipedWords(made));
        onWiped();
      },
      (error: unknown) => {
        setSaid(null);
        setTrouble(error);
      },
    );
  };
  return (
    <>
      <h3>{t('wipe')}</h3>
      <p class="sheet-text">{t('wipeText')}</p>
      <div class="sheet-actions">
        <Button look="danger" icon="trash" onClick={() => setAsked(true)}>
          {t('wipeOpen')}
        </Button>
      </div>
      <p class="save-done" role="status">
        {said}
      </p>
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      {asked && <WipeDialog state={state} onSave={onSave} onWipe={wipe} onCancel={() => setAsked(false)} />}
    </>
  );
}

/** That all is gone, and what would bring it back. */
function wipedWords(made: BackupView | null): string {
  return made === null ? t('wiped') : `${t('wiped')} ${t('wipedBackup', tTime(made.at))}`;
}

/** How long it may take, in ms: a backup of a large library is made before. */
const wipePatience = 30 * 60_000;
