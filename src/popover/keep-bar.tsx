import type { Ref } from 'preact';
import { Button, IconButton } from '#ui/button.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { Icon } from '#ui/icon.tsx';
import { t } from '#ui/text.ts';
import type { QuotationModel } from './quotation-model.ts';

interface KeepBarProps {
  readonly model: QuotationModel;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** Keep it, or see that it is kept and take it away again. */
export function KeepBar({ model, buttonRef }: KeepBarProps) {
  const { saving } = model;
  const made = model.record.value !== null;
  const held = model.held.value;
  return (
    <div class="keep-bar">
      {held && (
        <span class="kept-mark">
          <Icon name="keep" filled />
          {t('kept')}
        </span>
      )}
      {!made && (
        <Button look="primary" icon="keep" shortcut="K" onClick={model.keep} buttonRef={buttonRef}>
          {t('keep')}
        </Button>
      )}
      <SaveLine state={saving.state.value} failure={saving.failure.value} onRetry={saving.flush} />
      {made && <IconButton icon="trash" label={t('delete')} onClick={model.remove} />}
    </div>
  );
}
