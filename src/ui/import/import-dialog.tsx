import { useEffect, useMemo, useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { t } from '#ui/text.ts';
import { createImportModel, type ImportPort } from './import-model.ts';
import { ImportOutcome } from './import-outcome.tsx';

interface ImportDialogProps {
  readonly port: ImportPort;
  readonly onClose: () => void;
}

/** Which file, what it would change, and then what came of it. */
export function ImportDialog({ port, onClose }: ImportDialogProps) {
  const end = useMemo(() => new AbortController(), []);
  useEffect(() => () => end.abort(), []);
  const model = useMemo(() => createImportModel(port, end.signal), []);
  const state = model.state.value;
  const isWorking = state.state === 'working';
  const canUndo = state.state === 'done' && state.change !== null && !state.isUndone;
  const actions = isWorking ? (
    <Button onClick={model.cancel}>{t('cancel')}</Button>
  ) : (
    <>
      <Button onClick={onClose}>{t('close')}</Button>
      {canUndo && (
        <Button icon="undo" onClick={model.undo}>
          {t('importUndo')}
        </Button>
      )}
      {state.state === 'ready' && (
        <Button look="primary" onClick={model.bring}>
          {t('importNow')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={t('importTitle')} onClose={isWorking ? model.cancel : onClose} actions={actions}>
      {!isWorking && state.state !== 'done' && <FileField onFile={model.open} />}
      <ImportOutcome state={state} />
    </Dialog>
  );
}

/** A place to choose a file or drop one. */
function FileField({ onFile }: { readonly onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  return (
    <>
      <label
        class={isOver ? 'file-field file-field-over' : 'file-field'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer?.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      >
        <span>{t('importChoose')}</span>
        <input
          type="file"
          class="import-file"
          accept=".json,.jsonld,.csv,.html,.htm,application/json,text/csv,text/html"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
      <p class="notice-text">{t('importAbout')}</p>
    </>
  );
}
