import { useEffect, useState } from 'preact/hooks';
import type { LeftImport } from '#core/import-preview.ts';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';
import type { ImportPort } from './import-state.ts';

/** So many files are told by their names. */
const NAMED = 3;

/** Tells of an import whose tab or browser was closed before anybody could say what came of it, until the reader has seen it. */
export function ImportLeft({ port }: { readonly port: Pick<ImportPort, 'left' | 'drop'> }) {
  const [left, setLeft] = useState<readonly LeftImport[]>([]);
  useEffect(() => {
    // Where the store cannot be read the surface says so already.
    port.left().then(setLeft, () => null);
  }, []);
  const [first] = left;
  if (first === undefined) return null;
  const dismiss = (): void => {
    port.drop(first.import).catch(() => null);
    setLeft((now) => now.slice(1));
  };
  return (
    <div class="import-left" role="status">
      <p>{leftWords(first)}</p>
      <Button onClick={dismiss}>{t('close')}</Button>
    </div>
  );
}

function leftWords({ files, done }: LeftImport): string {
  const what = files.length > NAMED ? `${files.slice(0, NAMED).join(', ')}, …` : files.join(', ');
  if (done === null) return t('importLeftNothing', what);
  return done.change === null ? t('importLeftKnown', what) : t('importLeftDone', what);
}
