import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { ExportScope } from './export-model.ts';

/** The button that opens the export's dialogue. */
export function ExportButton({ scopes }: { readonly scopes: readonly ExportScope[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span class="export-open-place">
        <Button look="quiet" icon="export" onClick={() => setOpen(true)}>
          {t('export')}
        </Button>
      </span>
      {isOpen && <ExportDialog scopes={scopes} onClose={() => setOpen(false)} />}
    </>
  );
}
