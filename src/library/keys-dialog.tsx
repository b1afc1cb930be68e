import { keyWords, type OwnKey, ownKeysOf } from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';
import { useFollowed } from '#ui/use-followed.ts';

/** Every key of the library, as the reader has chosen them. One that is switched off is not listed. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const chosen = useFollowed(readOwnKeys, onOwnKeys).value ?? ownKeysOf(null);
  const isMac = /Mac/u.test(navigator.userAgent);
  const row = (what: string, name: OwnKey): readonly { what: string; key: string }[] => {
    const key = chosen[name];
    return key === null ? [] : [{ what, key: keyWords(key, isMac) }];
  };
  const keys = [
    ...row(t('keysSearch'), 'search'),
    { what: t('keysRows'), key: '↓ ↑' },
    { what: t('keysEnds'), key: 'Home End' },
    ...row(t('keysPick'), 'pick'),
    ...row(t('keysPickAll'), 'pickAll'),
    { what: t('keysPickNone'), key: 'Esc' },
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
        {keys.map(({ what, key }) => (
          <div key={what} class="keys-row">
            <dt>{what}</dt>
            <dd>
              <kbd class="key">{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
