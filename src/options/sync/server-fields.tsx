import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { fieldWords } from './field-words.ts';
import { SetUpAnswer } from './set-up-answer.tsx';
import { TextField } from './text-field.tsx';
import type { SetUp } from './use-set-up.ts';

/** What an address looks like, in every language. */
const EXAMPLE = 'https://couch.example.org';

/** The server: where it is and who we are there, and whether it answers. */
export function ServerFields({ setUp }: { readonly setUp: SetUp }) {
  const { form, change, wrong, doing } = setUp;
  return (
    <form class="sync-form" onSubmit={(event) => event.preventDefault()} noValidate>
      <h3>{t('syncServerTitle')}</h3>
      <TextField
        label={t('syncServer')}
        value={form.server}
        onInput={(server) => change({ server })}
        wrong={fieldWords(wrong.server)}
        placeholder={EXAMPLE}
        fill="url"
        isCode
      />
      <TextField
        label={t('syncDatabase')}
        value={form.database}
        onInput={(database) => change({ database })}
        wrong={fieldWords(wrong.database)}
        isCode
      />
      <TextField
        label={t('syncName')}
        value={form.name}
        onInput={(name) => change({ name })}
        fill="username"
      />
      <TextField
        label={t('syncPassword')}
        value={form.password}
        onInput={(password) => change({ password })}
        kind="secret"
        fill="current-password"
      />
      <div class="sheet-actions">
        <Button submits waiting={doing !== null} onClick={setUp.test}>
          {t('syncTest')}
        </Button>
      </div>
      <SetUpAnswer setUp={setUp} ofStart={false} />
    </form>
  );
}
