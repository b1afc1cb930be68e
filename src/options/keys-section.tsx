import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { openShortcutSettings } from './open-shortcut-settings.ts';

interface Shortcut {
  readonly what: string;
  readonly key: string;
}

/** The browser's commands with the keys that are set now, read again whenever the page is looked at again. */
function useCommands(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const read = (): void => {
      browser.commands.getAll().then(
        (commands) =>
          setShortcuts(
            commands.map(({ name, description, shortcut }) => ({
              what: name === '_execute_action' ? t('keyOpen') : (description ?? ''),
              key: shortcut ?? '',
            })),
          ),
        () => setShortcuts([]),
      );
    };
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return shortcuts;
}

function KeyList({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  return (
    <dl class="keys">
      {shortcuts.map(({ what, key }) => (
        <div key={what} class="keys-row">
          <dt>{what}</dt>
          <dd>
            {key === '' ? <span class="quiet-line">{t('keyNone')}</span> : <kbd class="key">{key}</kbd>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every key that we listen to. */
export function KeysSection() {
  const commands = useCommands();
  const own = [
    { what: t('keyKeep'), key: 'K' },
    { what: t('keyKeepField'), key: 'Ctrl+Enter' },
    { what: t('keyClose'), key: 'Esc' },
  ];
  return (
    <section class="sheet-section">
      <h2 class="sheet-title">{t('optionsKeys')}</h2>
      {commands.length > 0 && (
        <>
          <p class="sheet-text">{t('optionsKeysText')}</p>
          <KeyList shortcuts={commands} />
          <div class="sheet-actions">
            <Button onClick={() => void openShortcutSettings()}>{t('optionsKeysChange')}</Button>
          </div>
        </>
      )}
      <h3>{t('optionsKeysHere')}</h3>
      <KeyList shortcuts={own} />
    </section>
  );
}
