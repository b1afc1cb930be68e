/** What a store held that could be read, and how many records could not: a broken record never hides the others. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly skipped: number;
}

/** Parses what was read and counts what is refused. */
export function listing<T>(values: readonly unknown[], parse: (value: unknown) => T | null): Listing<T> {
  const items = values.map(parse).filter((item) => item !== null);
  return { items, skipped: values.length - items.length };
}
