import type { FormatInfo } from '#core/export/format-info.ts';
import { Button } from '#ui/button.tsx';
import { t, tNamed } from '#ui/text.ts';
import type { ExportState } from './export-model.ts';
import { ExportOutcome } from './export-outcome.tsx';

interface ExportActionsProps {
  readonly state: ExportState;
  /** What was chosen; undefined while the formats are not there yet. */
  readonly info: FormatInfo | undefined;
  /** Whether the clipboard can hold what was chosen. */
  readonly canCopy: boolean;
  readonly onStart: (to: 'file' | 'clipboard') => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** What can be done, and beside it what came of it, which stays in sight with it. */
export function ExportActions({ state, info, canCopy, onStart, onCancel, onClose }: ExportActionsProps) {
  return (
    <>
      <ExportOutcome state={state} format={tNamed(info?.label ?? '')} />
      {state.state === 'writing' ? (
        <Button onClick={onCancel}>{t('cancel')}</Button>
      ) : (
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          {canCopy && <Button onClick={() => onStart('clipboard')}>{t('copy')}</Button>}
          <Button look="primary" icon="export" disabled={info === undefined} onClick={() => onStart('file')}>
            {t('saveFile')}
          </Button>
        </>
      )}
    </>
  );
}
