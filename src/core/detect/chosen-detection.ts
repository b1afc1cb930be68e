import type { Detection, Quotation, QuotationKind } from './types.ts';

/** From what certainty on a quotation is marked: see `leastConfidence`. */
export type Sensitivity = 'sure' | 'likely' | 'possible' | 'everything';

/** What the reader wants to have detected. */
export interface DetectionChoice {
  readonly kinds: Readonly<Record<QuotationKind, boolean>>;
  /** Codes of languages whose articles are left alone. */
  readonly languagesOff: readonly string[];
  readonly sensitivity: Sensitivity;
}

/** The least confidence (0 to 1) with which a quotation or a person is shown. Those without a speaker have none. */
const leastConfidence: Readonly<Record<Sensitivity, number>> = {
  sure: 0.9,
  likely: 0.7,
  possible: 0.4,
  everything: 0,
};

/** What was stored, whatever it is, as a choice: what cannot be read is as it was at first, when everything is shown. */
export function detectionChoiceOf(value: unknown): DetectionChoice {
  const stored = recordOf(value);
  const kinds = recordOf(stored['kinds']);
  const off = Array.isArray(stored['languagesOff']) ? stored['languagesOff'] : [];
  const { sensitivity } = stored;
  return {
    kinds: {
      direct: kinds['direct'] !== false,
      mixed: kinds['mixed'] !== false,
      indirect: kinds['indirect'] !== false,
    },
    languagesOff: off.filter((code): code is string => typeof code === 'string'),
    sensitivity: isSensitivity(sensitivity) ? sensitivity : 'everything',
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isSensitivity(value: unknown): value is Sensitivity {
  return typeof value === 'string' && Object.hasOwn(leastConfidence, value);
}

/**
 * Of what was detected, what the reader wants to see. Whoever speaks in a quotation that is shown is shown, however sure the name.
 * @param language the code of the language that the text was read in
 */
export function chosenDetection(
  { quotations, people }: Detection,
  { kinds, languagesOff, sensitivity }: DetectionChoice,
  language: string,
): Detection {
  if (languagesOff.includes(language)) return { quotations: [], people: [] };
  const least = leastConfidence[sensitivity];
  const shown = quotations.filter(({ kind, confidence }: Quotation) => kinds[kind] && confidence >= least);
  const speakers = new Set(shown.map(({ speaker }) => speaker?.person));
  return {
    quotations: shown,
    people: people.filter(({ name, confidence }) => confidence >= least || speakers.has(name)),
  };
}
