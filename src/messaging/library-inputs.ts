import {
  arrayOf,
  nullable,
  number,
  object,
  offset,
  oneOf,
  refuse,
  accept,
  string,
  where,
  type Parser,
} from '#core/guard.ts';
import { plainJson } from '#core/guard-json.ts';
import { instant } from '#core/guard-time.ts';
import type { SearchFilter } from '#core/search/search-filter.ts';
import type { Decision, PageInput, Search, Selection } from './library-protocol.ts';

/** Guards for what the library's messages carry. Limits in UTF-16 code units and counts. */
const MANY = 200_000;

export const id: Parser<string> = string(200);
export const source: Parser<string> = string(8_000);
export const name: Parser<string> = string(10_000);
export const note: Parser<string> = string(1_000_000);
export const ids: Parser<readonly string[]> = arrayOf(id, MANY);
/** Of the trash some, or all. */
export const idsOrAll: Parser<readonly string[] | 'all'> = (value) =>
  value === 'all' ? accept(value) : ids(value);
export const sources: Parser<readonly string[]> = arrayOf(source, MANY);
export const tagList: Parser<readonly string[]> = arrayOf(string(1_000), 1_000);
export const settingKey: Parser<string> = where(string(100), (key) => /^[a-z][\w.-]*$/i.test(key));
export const settingValue = plainJson(12, 500_000);
export const boolean: Parser<boolean> = (value) =>
  typeof value === 'boolean' ? accept(value) : refuse('not-allowed');

const pageFields = { offset, limit: where(offset, (limit) => limit >= 1 && limit <= 1_000) };

/** The fields of a part of a list, with others beside them. */
export function paged<T extends object>(fields: { readonly [K in keyof T]: Parser<T[K]> }): Parser<
  T & PageInput
> {
  return object({ ...fields, ...pageFields } as unknown as {
    readonly [K in keyof (T & PageInput)]: Parser<(T & PageInput)[K]>;
  });
}

const day: Parser<string> = where(
  string(10),
  (value) => /^[12]\d{3}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
);

const FIELDS: { readonly [K in keyof SearchFilter]-?: Parser<NonNullable<SearchFilter[K]>> } = {
  person: id,
  outlet: string(10_000),
  source,
  tags: tagList,
  kind: oneOf('direct', 'mixed', 'indirect', 'passage'),
  status: oneOf('detected', 'confirmed', 'corrected', 'rejected'),
  hasNote: boolean,
  from: day,
  until: day,
};

/** A filter: absent fields, and null ones, narrow nothing. */
export const filter: Parser<SearchFilter> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not-an-object');
  const entries: [string, unknown][] = [];
  for (const [key, parse] of Object.entries<Parser<unknown>>(FIELDS)) {
    const field: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : null;
    if (field === null || field === undefined) continue;
    const parsed = parse(field);
    if (!parsed.ok) return { ...parsed, field: key };
    entries.push([key, parsed.value]);
  }
  return accept(Object.fromEntries(entries) as SearchFilter);
};

export const searchFields = { query: string(10_000), filter };

const search: Parser<Search> = object<Search>(searchFields);

/** Ids, or all that a search finds. */
export const selection: Parser<Selection> = (value) => {
  if (typeof value === 'object' && value !== null && 'search' in value) {
    return object<{ readonly search: Search; readonly except: readonly string[] }>({ search, except: ids })(
      value,
    );
  }
  return object<{ readonly ids: readonly string[] }>({ ids })(value);
};

export const job: Parser<string | undefined> = (value) =>
  value === undefined ? accept(undefined) : id(value);

/** The fields of work on many records. */
export const bulkFields = { selection, job };

export const decision: Parser<Decision> = object<Decision>({
  source,
  kind: oneOf('not-a-person', 'same-person', 'not-a-quotation', 'speaker'),
  about: string(100_000),
  value: nullable(name),
  at: instant,
});

export const outcomes = arrayOf(
  object<{ id: string; outcome: 'exact' | 'changed' | 'not-found'; exact: string | null }>({
    id,
    outcome: oneOf('exact', 'changed', 'not-found'),
    exact: nullable(string(100_000)),
  }),
  50_000,
);

export const expected: Parser<number | null> = nullable(number(1, Number.MAX_SAFE_INTEGER));
