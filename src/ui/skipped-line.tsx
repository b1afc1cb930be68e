import { tCount } from './text.ts';

/** After an export: how many records could not be read and are missing from the file. Nothing when there are none. */
export function SkippedLine({ skipped }: { readonly skipped: number }) {
  return (
    <p class="skipped-line" role="alert">
      {skipped > 0 ? tCount('exportSkipped', skipped) : null}
    </p>
  );
}
