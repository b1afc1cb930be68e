import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';

/** Every key of the library. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const keys = [
    { what: t('keysSearch'), key: '/' },
    { what: t('keysRows'), key: '↓ ↑' },
    { what: t('keysEnds'), key: 'Home End' },
    { what: t('keysPick'), key: 'X' },
    { what: t('keysPickAll'), key: 'Ctrl+A' },
    { what: t('keysPickNone'), key: 'Esc' },
    { what: t('keysDelete'), key: 'Delete' },
    { what: t('keysUndo'), key: 'Ctrl+Z' },
    { what: t('keysRedo'), key: 'Ctrl+Shift+Z' },
    { what: t('keysHelp'), key: '?' },
  ];
  return (
    <Dialog
      title={t('keysTitle')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <dl class="keys">
        {keys.map(({ what, key }) => (
          <div key={key} class="keys-row">
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
