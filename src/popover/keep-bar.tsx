import type { Ref } from 'preact';
import { Button, IconButton } from '#ui/button.tsx';
import { CopyButtons, type Copying } from '#ui/copy-buttons.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { Icon } from '#ui/icon.tsx';
import { t } from '#ui/text.ts';
import type { QuotationModel } from './quotation-model.ts';
import { shortcutOf, useChosenKeys } from './use-keep-key.ts';
import { useSeen } from './use-seen.tsx';

interface KeepBarProps {
  readonly model: QuotationModel;
  readonly copying: Copying;
  readonly onSaveFile: () => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** Keep it, or see that it is kept and take it away again. */
export function KeepBar({ model, copying, onSaveFile, buttonRef }: KeepBarProps) {
  const { saving } = model;
  const keys = useChosenKeys();
  const seen = useSeen();
  const made = model.record.value !== null;
  const kept = model.kept.value;
  const held = kept && model.held.value;
  // A bare refusal is said above, once; only its failing needs words here.
  const state = kept || saving.state.value === 'failed' ? saving.state.value : 'idle';
  return (
    <div class="keep-bar">
      {held && (
        <span class="kept-mark">
          <Icon name="keep" filled />
          {t('kept')}
        </span>
      )}
      {!made && (
        <Button
          look="primary"
          icon="keep"
          shortcut={shortcutOf(keys.keep)}
          onClick={model.keep}
          buttonRef={buttonRef}
        >
          {t('keep')}
        </Button>
      )}
      <SaveLine state={state} failure={saving.failure.value} onRetry={saving.flush} />
      <span class="keep-tools">
        <CopyButtons
          copying={copying}
          keys={{ citation: shortcutOf(keys.copyCitation), link: shortcutOf(keys.copyLink) }}
        />
        <IconButton icon="export" label={t('saveFile')} onClick={onSaveFile} />
        {kept && <IconButton icon="trash" label={t('delete')} onClick={seen(model.remove)} />}
      </span>
    </div>
  );
}
