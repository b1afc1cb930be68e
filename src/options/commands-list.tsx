import { useEffect, useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import {
  canSetCommands,
  type CommandKey,
  readCommands,
  resetCommand,
  setCommand,
  shortcutOf,
} from './command-keys.ts';
import { KeyCapture } from './key-capture.tsx';
import { openShortcutSettings } from './open-shortcut-settings.ts';

/** The browser's commands, read again whenever the page is looked at again or one was set here. */
function useCommands(): { readonly commands: readonly CommandKey[]; readonly read: () => void } {
  const [commands, setCommands] = useState<readonly CommandKey[]>([]);
  const read = (): void => void readCommands().then(setCommands, () => setCommands([]));
  useEffect(() => {
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return { commands, read };
}

/** The keys that work on every page: they are the browser's, which lets them be set here (Firefox) or on a page of its own. */
export function CommandsList({ onFailure }: { readonly onFailure: () => void }) {
  const { commands, read } = useCommands();
  if (commands.length === 0) return null;
  const canSet = canSetCommands();
  const wordsOf = ({ name, description }: CommandKey): string =>
    name === '_execute_action' ? t('keyOpen') : description;
  const attempt = (doing: Promise<void>): void => void doing.then(read, onFailure);
  const press = (command: CommandKey, event: KeyboardEvent): string | null => {
    const shortcut = shortcutOf(event);
    if (shortcut === null) return t('keyWantsModifier');
    const other = commands.find(({ name, shortcut: taken }) => name !== command.name && taken === shortcut);
    if (other !== undefined) return t('keyTaken', wordsOf(other));
    attempt(setCommand(command.name, shortcut));
    return null;
  };
  return (
    <>
      <p class="sheet-text">{t('optionsKeysText')}</p>
      <ul class="keys">
        {commands.map((command) => {
          const { name, shortcut } = command;
          const what = wordsOf(command);
          const shown = shortcut === '' ? null : shortcut;
          return (
            <li key={name} class="keys-row">
              <span>{what}</span>
              {canSet ? (
                <span class="keys-choice">
                  <KeyCapture what={what} shown={shown} onPress={(event) => press(command, event)} />
                  {shown === null ? (
                    <Button
                      look="quiet"
                      label={t('keyOnFor', what)}
                      onClick={() => attempt(resetCommand(name))}
                    >
                      {t('keyOn')}
                    </Button>
                  ) : (
                    <Button
                      look="quiet"
                      label={t('keyOffFor', what)}
                      onClick={() => attempt(setCommand(name, ''))}
                    >
                      {t('keyOff')}
                    </Button>
                  )}
                </span>
              ) : shown === null ? (
                <span class="quiet-line">{t('keyNone')}</span>
              ) : (
                <kbd class="key">{shown}</kbd>
              )}
            </li>
          );
        })}
      </ul>
      {!canSet && (
        <div class="sheet-actions">
          <Button onClick={() => void openShortcutSettings()}>{t('optionsKeysChange')}</Button>
        </div>
      )}
    </>
  );
}
