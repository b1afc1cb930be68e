import type { Status } from '#core/annotation.ts';
import type { QuotationKind } from '#core/detect/types.ts';
import { foldText } from './fold-text.ts';

/** What a search is narrowed to. An absent field narrows nothing. */
export interface SearchFilter {
  /** A person's id. */
  readonly person?: string;
  readonly outlet?: string;
  /** The article's address. */
  readonly source?: string;
  /** Each must be there. */
  readonly tags?: readonly string[];
  /** `passage`: one that the reader chose without a detection. */
  readonly kind?: QuotationKind | 'passage';
  readonly status?: Status;
  readonly hasNote?: boolean;
  /** The first and last day on which the article was published (or first seen, when it does not say), `2026-01-05`. */
  readonly from?: string;
  readonly until?: string;
}

/** Terms that narrow begin with a colon, which no word does. */
export const personTerm = (id: string): string => `:p${id}`;
export const outletTerm = (outlet: string): string => `:o${foldText(outlet).trim().slice(0, 200)}`;
export const sourceTerm = (source: string): string => `:a${source.slice(0, 2_000)}`;
export const tagTerm = (tag: string): string => `:t${foldText(tag).trim().slice(0, 200)}`;
export const kindTerm = (kind: QuotationKind | 'passage'): string => `:k${kind}`;
export const statusTerm = (status: Status): string => `:s${status}`;
export const NOTE_TERM = ':n';
/** Every text of one sort, for a search that only excludes. */
export const dayTerms = (day: string): readonly string[] => [
  `:d${day}`,
  `:m${day.slice(0, 7)}`,
  `:y${day.slice(0, 4)}`,
];

/** What must hold of each text: one of the terms of every group, and none of the terms of `without`. */
export interface FilterTerms {
  readonly groups: readonly (readonly string[])[];
  readonly without: readonly string[];
}

/** A filter as terms of the index. */
export function filterTerms(filter: SearchFilter): FilterTerms {
  const groups: string[][] = [];
  if (filter.person !== undefined) groups.push([personTerm(filter.person)]);
  if (filter.outlet !== undefined) groups.push([outletTerm(filter.outlet)]);
  if (filter.source !== undefined) groups.push([sourceTerm(filter.source)]);
  for (const tag of filter.tags ?? []) groups.push([tagTerm(tag)]);
  if (filter.kind !== undefined) groups.push([kindTerm(filter.kind)]);
  if (filter.status !== undefined) groups.push([statusTerm(filter.status)]);
  if (filter.hasNote === true) groups.push([NOTE_TERM]);
  if (filter.from !== undefined || filter.until !== undefined) {
    groups.push(periodTerms(filter.from ?? '1000-01-01', filter.until ?? '2999-12-31'));
  }
  return { groups, without: filter.hasNote === false ? [NOTE_TERM] : [] };
}

/** The fewest years, months and days that together are a period, both ends in it. Empty when it ends before it begins. */
export function periodTerms(from: string, until: string): string[] {
  const terms: string[] = [];
  const last = Date.parse(until);
  let date = new Date(from);
  while (date.getTime() <= last) {
    const day = date.toISOString().slice(0, 10);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const startsMonth = day.endsWith('-01');
    const steps = [
      { fits: startsMonth && month === 0, term: `:y${day.slice(0, 4)}`, next: Date.UTC(year + 1, 0) },
      { fits: startsMonth, term: `:m${day.slice(0, 7)}`, next: Date.UTC(year, month + 1) },
      { fits: true, term: `:d${day}`, next: date.getTime() + 86_400_000 },
    ];
    const step = steps.find(({ fits, next }) => fits && next - 86_400_000 <= last);
    if (step === undefined) break;
    terms.push(step.term);
    date = new Date(step.next);
  }
  return terms;
}
