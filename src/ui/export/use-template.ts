import { useEffect, useState } from 'preact/hooks';
import type { ExportPort } from './run-export.ts';

/** The reader's template of notes, null for the one that is built in, and a way to change it: it is kept as it is written. */
export function useTemplate(
  port: ExportPort | undefined,
): readonly [template: string | null, change: (template: string | null) => void] {
  const [template, setTemplate] = useState<string | null>(null);
  useEffect(() => {
    // Without it the template that is built in holds.
    port?.template().then(setTemplate, () => null);
  }, []);
  return [
    template,
    (next) => {
      setTemplate(next);
      // It holds for this export in any case.
      port?.keepTemplate(next).catch(() => null);
    },
  ];
}
