import { createJsonParts, type JsonPart } from './json-parts.ts';
import type { ImportPart, ImportProblem, ImportReader, ImportRecords } from './importer.ts';

type Lists = { -readonly [K in keyof ImportRecords]: ImportRecords[K][number][] };

/** Where a format puts what it has read, and what it could not. */
export interface Gathered extends Lists {
  readonly problems: ImportProblem[];
  /** The whole file is refused. */
  refused: ImportProblem | null;
}

/** An empty place to gather in. */
export function gathered(): Gathered {
  return {
    articles: [], annotations: [], people: [], appearances: [], decisions: [], versions: [], problems: [], refused: null,
  }; // prettier-ignore
}

/** What was gathered, as a part. */
export function partOf({ problems, refused, ...records }: Gathered): ImportPart {
  return { records, problems, refused };
}

/**
 * A reader of a JSON format: `take` is given each item of the file's lists and each other field of its outermost object, in the file's
 * order, and `finish` is asked when all were there.
 */
export function jsonReader(
  take: (part: JsonPart, into: Gathered) => void,
  finish: (into: Gathered) => void = () => {},
): ImportReader {
  const parts = createJsonParts();
  let isFirst = true;
  let refused: ImportProblem | null = null;
  const read = (text: string, isEnd: boolean): ImportPart => {
    const into = gathered();
    into.refused = refused;
    if (refused !== null) return partOf(into);
    for (const part of parts.add(text)) take(part, into);
    const wrong = parts.refused(isEnd);
    if (wrong !== null) into.refused = { ...wrong, lost: 'record' };
    else if (isEnd) finish(into);
    ({ refused } = into);
    return partOf(into);
  };
  return {
    add(text) {
      const bare = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
      if (text !== '') isFirst = false;
      return read(bare, false);
    },
    end: () => read('', true),
  };
}
