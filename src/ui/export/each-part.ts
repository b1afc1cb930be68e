import type { ExportRecords } from '#core/export/by-article.ts';

/** What there is to export, in the order of the file: annotations, then articles. */
export interface ExportPlan {
  readonly ids: readonly string[];
  /** All articles of which something is kept; those of the annotations may be among them. */
  readonly sources: readonly string[];
}

/** Reads the records of these annotations and articles. */
export type ReadRecords = (
  ids: readonly string[],
  sources: readonly string[],
) => Promise<ExportRecords & { readonly broken: number }>;

/** What was read. */
export interface Counted {
  readonly count: number;
  /** How many records were there and could not be read. */
  readonly skipped: number;
}

/** So many parts are asked for before they are needed: a store's answer is long on its way. */
const AHEAD = 2;

/**
 * Goes through what is planned, a part at a time. While one part is written, the next are read.
 * @param size how many records a part holds
 * @param write takes a part; it is waited for
 * @param tell how many of how many annotations are done
 * @throws what `read` and `write` throw
 */
export async function eachPart(
  read: ReadRecords,
  { ids, sources }: ExportPlan,
  size: number,
  write: (records: ExportRecords) => Promise<unknown> | void,
  tell: (done: number, total: number) => void,
): Promise<Counted> {
  const unmet = new Set(sources);
  let count = 0;
  let skipped = 0;
  const take = async ({ broken, ...records }: Part): Promise<void> => {
    skipped += broken;
    count += records.annotations.length;
    await write(records);
    tell(Math.min(count + skipped, ids.length), ids.length);
  };
  for await (const part of readAhead(ids, size, (slice) => read(slice, []))) {
    for (const { target } of part.annotations) unmet.delete(target.source);
    for (const { source } of part.articles) unmet.delete(source);
    await take(part);
  }
  // An article with annotations has come with these: only the others are asked for by themselves.
  for await (const part of readAhead([...unmet], size, (slice) => read([], slice))) await take(part);
  return { count, skipped };
}

type Part = Awaited<ReturnType<ReadRecords>>;

/** The parts of a list, in order. */
async function* readAhead(
  list: readonly string[],
  size: number,
  read: (slice: readonly string[]) => Promise<Part>,
): AsyncGenerator<Part> {
  const asked: Promise<Part>[] = [];
  for (let at = 0; at < list.length || asked.length > 0;) {
    while (asked.length <= AHEAD && at < list.length) {
      const part = read(list.slice(at, (at += size)));
      // A failure is met when its turn comes.
      part.catch(() => null);
      asked.push(part);
    }
    const next = asked.shift();
    if (next !== undefined) yield await next;
  }
}
