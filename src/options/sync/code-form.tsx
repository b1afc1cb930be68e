import { useState } from 'preact/hooks';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { request } from '#messaging/client.ts';
import type { ServerAccess } from '#messaging/sync-protocol.ts';
import { Button } from '#ui/button.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { syncProblemWords } from '#ui/sync-problem-words.ts';
import { t } from '#ui/text.ts';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { fieldWords } from './field-words.ts';
import { TextField } from './text-field.tsx';
import { useFirstWrong } from './use-first-wrong.ts';
import { useOneDeed } from './use-one-deed.ts';

interface CodeFormProps {
  /** Called with what the code says, and the passphrase that has opened it. */
  readonly onOpened: (access: ServerAccess, passphrase: string) => void;
  readonly onCancel: () => void;
}

interface Wrong {
  readonly code?: string;
  readonly passphrase?: string;
}

/** What is longer, in UTF-16 units, is no code: not all of it is sent to be opened. */
const LONGEST = 20_000;

/** The setup code of another device, with its passphrase. Nobody is asked for it. */
export function CodeForm({ onOpened, onCancel }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [refusals, setRefusals] = useState(0);
  const { doing, trouble, begin } = useOneDeed<'open'>();
  const place = useFirstWrong<HTMLFormElement>(refusals);
  const refuse = (problems: Wrong): void => {
    setWrong(problems);
    setRefusals((count) => count + 1);
  };
  const say = (problem: SyncProblem): void => {
    const words = syncProblemWords(problem, '');
    refuse(problem === 'bad-code' ? { code: words } : { passphrase: words });
  };
  const open = (): void => {
    const noCode = fieldWords(code.trim() === '' ? 'no-code' : undefined);
    const noPassphrase = fieldWords(passphrase === '' ? 'no-passphrase' : undefined);
    if (noCode !== undefined || noPassphrase !== undefined)
      return refuse({
        ...(noCode === undefined ? {} : { code: noCode }),
        ...(noPassphrase === undefined ? {} : { passphrase: noPassphrase }),
      });
    setWrong({});
    begin('open', async () => {
      const { access, problem } = await request('sync.readCode', {
        code: code.trim().slice(0, LONGEST),
        passphrase,
      });
      if (access !== null) onOpened(access, passphrase);
      else say(problem ?? 'bad-code');
    });
  };
  return (
    <form class="sync-form" ref={place} onSubmit={(event) => event.preventDefault()} noValidate>
      <TextField
        label={t('syncCode')}
        value={code}
        onInput={setCode}
        hint={t('syncCodeHint')}
        wrong={wrong.code}
        kind="long"
        isCode
      />
      <TextField
        label={t('syncCodePassphrase')}
        value={passphrase}
        onInput={setPassphrase}
        wrong={wrong.passphrase}
        kind="secret"
      />
      <div class="sheet-actions">
        <Button look="primary" submits waiting={doing !== null} onClick={open}>
          {t('syncCodeOpen')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
    </form>
  );
}
