import type { ExportPort } from './run-export.ts';

type Records = Awaited<ReturnType<ExportPort['records']>>;

/** The records of an export, part after part. */
export interface PlannedParts {
  /** Asks for the next part; null when there is none. */
  readonly next: () => Promise<Records> | null;
  /** A part has come: its articles are not asked for again. To be called before the next is asked for. */
  readonly met: (records: Pick<Records, 'annotations' | 'articles'>) => void;
  /** How many there are to be read. */
  readonly total: () => number;
}

/** So many records are asked for at a time: a part is read, sent and written in some ten milliseconds. */
const PART = 250;

/** Reads what there is to export; no record yet. @throws what the port throws */
export async function planned(port: ExportPort): Promise<PlannedParts> {
  const ids: string[] = [];
  const listed = new Set<string>();
  for await (const part of port.plan()) {
    for (const id of part.ids) ids.push(id);
    for (const source of part.sources) listed.add(source);
  }
  let nextId = 0;
  let rest: readonly string[] | null = null;
  let nextSource = 0;
  return {
    next() {
      if (nextId < ids.length) {
        const part = ids.slice(nextId, (nextId += PART));
        return port.records(part, []);
      }
      // An article with annotations has come with these: only the others are asked for by themselves.
      rest ??= [...listed];
      if (nextSource >= rest.length) return null;
      const part = rest.slice(nextSource, (nextSource += PART));
      return port.records([], part);
    },
    met({ annotations, articles }) {
      if (rest !== null) return;
      for (const { target } of annotations) listed.delete(target.source);
      for (const { source } of articles) listed.delete(source);
    },
    total: () => ids.length,
  };
}
