import { useState } from 'preact/hooks';
import { Icon } from '#ui/icon.tsx';
import { t } from '#ui/text.ts';

/** A place to choose files or drop them. */
export function FileField({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
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
          onFiles([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <Icon name="up" />
        <span>{t('importChoose')}</span>
        <input
          type="file"
          multiple
          class="import-file"
          accept=".json,.jsonld,.csv,.tsv,.txt,.html,.htm,.zip,application/json,text/csv,text/html,application/zip"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            // The same file can be chosen again, after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p class="notice-text">{t('importAbout')}</p>
    </>
  );
}
