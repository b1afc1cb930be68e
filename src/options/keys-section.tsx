import { useState } from 'preact/hooks';
import { failureWords } from '#ui/failure-words.ts';
import { t } from '#ui/text.ts';
import { CommandsList } from './commands-list.tsx';
import { OwnKeysList } from './own-keys-list.tsx';

/** Every key that we listen to, to be chosen anew or switched off. */
export function KeysSection() {
  const [failed, setFailed] = useState(false);
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">{t('optionsKeys')}</h2>
      <CommandsList onFailure={() => setFailed(true)} />
      <OwnKeysList onFailure={() => setFailed(true)} />
      {failed && (
        <p class="trouble" role="alert">
          {failureWords(null)}
        </p>
      )}
    </section>
  );
}
