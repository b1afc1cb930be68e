import { useState } from 'preact/hooks';
import { Button, IconButton } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { ExportScope } from './export-model.ts';

interface ExportButtonProps {
  readonly scopes: readonly ExportScope[];
  /** Without words, where it stands on many rows. */
  readonly isIcon?: boolean;
}

/** The button that opens the export's dialogue. */
export function ExportButton({ scopes, isIcon = false }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span class={isIcon ? undefined : 'export-open-place'}>
        {isIcon ? (
          <IconButton icon="export" label={t('export')} onClick={() => setOpen(true)} />
        ) : (
          <Button look="quiet" icon="export" onClick={() => setOpen(true)}>
            {t('export')}
          </Button>
        )}
      </span>
      {isOpen && <ExportDialog scopes={scopes} onClose={() => setOpen(false)} />}
    </>
  );
}
