import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import { ImportDialog } from './import-dialog.tsx';
import type { ImportPort } from './import-state.ts';

/** The button that opens the dialogue in which files are brought in. */
export function ImportButton({ port }: { readonly port: ImportPort }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span class="import-open-place">
        <Button look="quiet" icon="up" onClick={() => setOpen(true)}>
          {t('importOpen')}
        </Button>
      </span>
      {isOpen && <ImportDialog port={port} onClose={() => setOpen(false)} />}
    </>
  );
}
