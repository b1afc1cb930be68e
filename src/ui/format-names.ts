import { exporters } from '#core/export/registry.ts';
import { tNamed } from './text.ts';

/** The formats in which records can be taken out, with their names. */
export function formatNames(): readonly { readonly format: string; readonly name: string }[] {
  return exporters.map(({ format, label }) => ({ format, name: tNamed(label) }));
}
