import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';
import { FileField } from './file-field.tsx';
import { createImportModel } from './import-model.ts';
import { ImportOutcome } from './import-outcome.tsx';
import type { ImportPort } from './import-state.ts';

interface ImportDialogProps {
  readonly port: ImportPort;
  readonly onClose: () => void;
}

/** Which files, what they would change, and then what came of it. */
export function ImportDialog({ port, onClose }: ImportDialogProps) {
  const end = useMemo(() => new AbortController(), []);
  const model = useMemo(() => createImportModel(port, end.signal), []);
  useEffect(() => {
    addEventListener('pagehide', model.leave, { signal: end.signal });
    addEventListener(
      'beforeunload',
      (event) => {
        if (model.state.value.state === 'working') event.preventDefault();
      },
      { signal: end.signal },
    );
    return () => end.abort();
  }, []);
  const state = model.state.value;
  const isWorking = state.state === 'working';
  const isReady = state.state === 'ready';
  const isUndoing = isWorking && state.doing === 'undo';
  const canUndo = state.state === 'done' && state.change !== null && !state.isUndone;
  const actions = isWorking ? (
    !isUndoing && <Button onClick={model.cancel}>{t('cancel')}</Button>
  ) : (
    <>
      <Button onClick={onClose}>{isReady ? t('cancel') : t('close')}</Button>
      {canUndo && (
        <Button icon="undo" onClick={model.undo}>
          {t('importUndo')}
        </Button>
      )}
      {isReady && (
        <Button look="primary" onClick={model.bring}>
          {state.isAgain ? t('tryAgain') : t('importNow')}
        </Button>
      )}
    </>
  );
  const close = (): void => {
    if (isUndoing) return;
    if (isWorking) model.cancel();
    else onClose();
  };
  return (
    <Dialog title={t('importTitle')} onClose={close} actions={actions}>
      {!isWorking && !isReady && state.state !== 'done' && <FileField onFiles={model.open} />}
      <ImportOutcome state={state} />
    </Dialog>
  );
}
