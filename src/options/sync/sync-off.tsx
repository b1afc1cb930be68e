import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { CodeForm } from './code-form.tsx';
import { emptyForm, formOf } from './first-form.ts';
import { ServerSetUp } from './server-set-up.tsx';
import type { SetUpForm } from './set-up-form.ts';

interface SyncOffProps {
  readonly onStarted: () => void;
  /** Says in the section's own place what was done. */
  readonly onSaid: (words: string) => void;
}

/** Two ways in, where no server is set up. */
export function SyncOff({ onStarted, onSaid }: SyncOffProps) {
  const [way, setWay] = useState<'none' | 'code' | SetUpForm>('none');
  if (way === 'none')
    return (
      <div class="sheet-actions sync-home">
        <Button onClick={() => setWay(emptyForm())}>{t('syncWayServer')}</Button>
        <Button onClick={() => setWay('code')}>{t('syncWayCode')}</Button>
      </div>
    );
  const cancel = (): void => setWay('none');
  if (way === 'code')
    return (
      <CodeForm
        onCancel={cancel}
        onOpened={(access, passphrase) => {
          setWay({ ...formOf(access), passphrase });
          onSaid(t('syncCodeOpened'));
        }}
      />
    );
  return <ServerSetUp first={way} onStarted={onStarted} onCancel={cancel} />;
}
