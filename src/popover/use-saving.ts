import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { exportPort } from '#messaging/export-port.ts';
import type { Copied } from '#ui/copy-buttons.tsx';
import { savePassage } from '#ui/export/save-passage.ts';
import { useExportDefaults } from '#ui/reader-choices.tsx';

/** Saves a passage as a file of the format that the reader likes best; says what came of it to `onDone`. */
export function useSaving(
  annotation: () => Annotation,
  article: ArticleRecord,
  onDone: (saved: Copied) => void,
): () => void {
  const { format, bom } = useExportDefaults();
  const save = async (): Promise<void> => {
    // Without the reader's template the built-in one holds.
    const template =
      format === 'notes'
        ? await exportPort(null)
            .template()
            .catch(() => null)
        : null;
    await savePassage(annotation(), article, format, { bom, template });
  };
  return () => {
    save().then(
      () => onDone('file'),
      () => onDone('no-file'),
    );
  };
}
