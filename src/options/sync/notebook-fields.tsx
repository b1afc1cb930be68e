import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { fieldWords } from './field-words.ts';
import { SetUpAnswer } from './set-up-answer.tsx';
import { TextField } from './text-field.tsx';
import type { SetUp } from './use-set-up.ts';

interface NotebookFieldsProps {
  readonly setUp: SetUp;
  readonly onCancel: () => void;
}

/**
 * The passphrase, twice where it is chosen, and this device's name. A form of its own: else a browser that keeps passwords would take
 * the passphrase for the server's new one.
 */
export function NotebookFields({ setUp, onCancel }: NotebookFieldsProps) {
  const { form, change, wrong, doing, tried } = setUp;
  const isNew = tried?.holds === 'nothing';
  return (
    <form class="sync-form" onSubmit={(event) => event.preventDefault()} noValidate>
      <h3>{t('syncNotebookTitle')}</h3>
      <TextField
        label={t('syncPassphrase')}
        value={form.passphrase}
        onInput={(passphrase) => change({ passphrase })}
        wrong={fieldWords(wrong.passphrase)}
        hint={t('syncPassphraseText')}
        kind="secret"
        fill={isNew ? 'new-password' : 'off'}
      />
      {isNew && (
        <TextField
          label={t('syncAgain')}
          value={form.again}
          onInput={(again) => change({ again })}
          wrong={fieldWords(wrong.again)}
          hint={t('syncPassphraseWarning')}
          kind="secret"
          fill="new-password"
        />
      )}
      <TextField label={t('syncDevice')} value={form.device} onInput={(device) => change({ device })} />
      <div class="sheet-actions">
        <Button look="primary" submits waiting={doing !== null} onClick={setUp.start}>
          {t('syncStart')}
        </Button>
        <Button onClick={onCancel} waiting={doing === 'start'}>
          {t('cancel')}
        </Button>
      </div>
      <SetUpAnswer setUp={setUp} ofStart />
    </form>
  );
}
