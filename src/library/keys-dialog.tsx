import { keyWords, type OwnKey, ownKeysOf } from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';

interface KeyRow {
  readonly what: string;
  /** Each of them does it, or one each way. */
  readonly keys: readonly string[];
}

/** Every key of the library, as the reader has chosen them. One that is switched off is not listed. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const chosen = useFollowed(readOwnKeys, onOwnKeys).value ?? ownKeysOf(null);
  const isMac = /Mac/u.test(navigator.userAgent);
  const row = (what: string, name: OwnKey): readonly KeyRow[] => {
    const key = chosen[name];
    return key === null ? [] : [{ what, keys: [keyWords(key, isMac)] }];
  };
  const rows: readonly KeyRow[] = [
    ...row(t('keysSearch'), 'search'),
    { what: t('keysRows'), keys: ['↓', '↑'] },
    { what: t('keysEnds'), keys: ['Home', 'End'] },
    ...row(t('keysPick'), 'pick'),
    ...row(t('keysPickAll'), 'pickAll'),
    { what: t('keysPickNone'), keys: ['Esc'] },
    ...row(t('keysDelete'), 'delete'),
    ...row(t('keysUndo'), 'undo'),
    ...row(t('keysRedo'), 'redo'),
    ...row(t('keysHelp'), 'help'),
  ];
  return (
    <Dialog
      title={t('keysTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <dl class="keys">
        {rows.map(({ what, keys }) => (
          <div key={what} class="keys-row">
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} class="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
