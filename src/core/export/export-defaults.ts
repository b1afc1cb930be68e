import { type CitationChoice, citationChoices } from '#core/citation/citation-choice.ts';
import type { Json } from '#core/guard-json.ts';

/** What the reader wants of exports and citations unless something else is chosen at the time. */
export interface ExportDefaults {
  /** The name of a format (registry.ts); a file of a format that is gone is offered as the first one. */
  readonly format: string;
  /** Whether a table begins with the byte order mark that some spreadsheets need. */
  readonly bom: boolean;
  readonly citation: CitationChoice;
}

const first: ExportDefaults = { format: 'markdown', bom: false, citation: 'plain' };

/** What is stored, whatever it is, as defaults. Never throws. */
export function exportDefaults(stored: unknown): ExportDefaults {
  if (typeof stored !== 'object' || stored === null) return first;
  const { format, bom, citation } = stored as Readonly<Record<string, unknown>>;
  return {
    format: typeof format === 'string' && /^[a-z][\w-]{0,50}$/u.test(format) ? format : first.format,
    bom: bom === true,
    citation: citationChoices.find((choice) => choice === citation) ?? first.citation,
  };
}

/** The defaults as they are stored. */
export function storedExportDefaults({ format, bom, citation }: ExportDefaults): Json {
  return { format, bom, citation };
}
