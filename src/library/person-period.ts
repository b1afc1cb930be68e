/** Months such as `2026-03` as years, the last first. */
export function yearsOf(
  months: readonly { readonly name: string; readonly count: number }[],
): readonly { readonly name: string; readonly count: number }[] {
  const years = new Map<string, number>();
  for (const { name, count } of months) {
    const year = name.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([name, count]) => ({ name, count })).toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** What a period is, by its first and last day: a whole year, other `days`, or '' for any time. */
export function periodOf(from: string | undefined, until: string | undefined): string {
  if (from === undefined && until === undefined) return '';
  const year = from?.slice(0, 4) ?? '';
  return from === `${year}-01-01` && until === `${year}-12-31` ? year : 'days';
}
