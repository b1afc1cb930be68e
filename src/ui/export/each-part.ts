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

/**
 * Goes through what is planned, a part at a time. While one part is written, the next is read.
 * @param size how many records a part holds
 * @param write takes a part; it is waited for
 * @param tell how many of how many annotations are done
 * @throws what `read` and `write` throw
 */
export async function eachPart(
  read: ReadRecords,
  plan: ExportPlan,
  size: number,
  write: (records: ExportRecords) => Promise<unknown> | void,
  tell: (done: number, total: number) => void,
): Promise<Counted> {
  const { length: total } = plan.ids;
  const parts = plannedParts(read, plan, size);
  let count = 0;
  let skipped = 0;
  for (let next = parts.next(); next !== null;) {
    const { broken, ...records } = await next;
    parts.met(records);
    next = parts.next();
    // A failure is met when its turn comes.
    next?.catch(() => null);
    skipped += broken;
    count += records.annotations.length;
    await write(records);
    tell(Math.min(count + skipped, total), total);
  }
  return { count, skipped };
}

interface PlannedParts {
  /** Asks for the next part; null when there is none. */
  readonly next: () => ReturnType<ReadRecords> | null;
  /** A part has come: its articles are not asked for again. To be called before the next is asked for. */
  readonly met: (records: Pick<ExportRecords, 'annotations' | 'articles'>) => void;
}

function plannedParts(read: ReadRecords, { ids, sources }: ExportPlan, size: number): PlannedParts {
  const listed = new Set(sources);
  let nextId = 0;
  let rest: readonly string[] | null = null;
  let nextSource = 0;
  return {
    next() {
      if (nextId < ids.length) return read(ids.slice(nextId, (nextId += size)), []);
      // An article with annotations has come with these: only the others are asked for by themselves.
      rest ??= [...listed];
      if (nextSource >= rest.length) return null;
      return read([], rest.slice(nextSource, (nextSource += size)));
    },
    met({ annotations, articles }) {
      if (rest !== null) return;
      for (const { target } of annotations) listed.delete(target.source);
      for (const { source } of articles) listed.delete(source);
    },
  };
}
