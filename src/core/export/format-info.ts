import type { Exporter, FormatGroup } from './exporter.ts';

/** What a list of formats shows: a surface has it without the formats' code. */
export interface FormatInfo {
  readonly format: string;
  /** The key of the name in `_locales`; with `About` behind it, that of one line about it. */
  readonly label: string;
  readonly group: FormatGroup;
  readonly mime: string;
}

export function formatInfo({ format, label, group, mime }: Exporter): FormatInfo {
  return { format, label, group, mime };
}
