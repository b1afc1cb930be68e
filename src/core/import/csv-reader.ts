import Papa from 'papaparse';
import { createCsvRows, delimiterOf, isOnlySeparator, type TextRow } from './csv-rows.ts';
import { tell } from './foreign-passage.ts';
import type { ImportCode, ImportProblem, ImportReader } from './importer.ts';
import { gathered, partOf, type Gathered } from './json-reader.ts';

/** One row by its columns' names, in lower case; what the row does not have is ''. */
export interface CsvRow {
  readonly line: number;
  readonly get: (column: string) => string;
  readonly has: (column: string) => boolean;
}

interface Columns {
  /** Places by name, in lower case. */
  readonly places: ReadonlyMap<string, number>;
  readonly names: readonly string[];
}

/**
 * A reader of a CSV format (RFC 4180; also with semicolons or tabs). `needed`: the columns without which the file is not of this format.
 * Of a row that is taken over, what stands in columns that `take` does not ask for is named as left out.
 */
export function csvReader(
  needed: readonly string[],
  take: (row: CsvRow, into: Gathered) => void,
): ImportReader {
  const rows = createCsvRows();
  let columns: Columns | null = null;
  let refused: ImportProblem | null = null;
  const read = (text: string, isEnd: boolean): ReturnType<ImportReader['end']> => {
    const into = gathered();
    into.refused = refused;
    if (refused !== null) return partOf(into);
    for (const row of rows.add(text, isEnd)) {
      const { cells, isBroken } = cellsOf(row);
      if (cells.every((cell) => cell.trim() === '') || isOnlySeparator(row.text)) continue;
      if (columns === null) {
        columns = columnsOf(cells);
        const missing = needed.find((name) => columns?.places.has(name) !== true);
        if (missing !== undefined) into.refused = refusal('not-this-format', row.line, missing);
      } else if (isBroken || cells.slice(columns.names.length).some((cell) => cell.trim() !== ''))
        tell(into, 'not-a-row', row.line, '');
      else takeRow(columns, cells, row.line, take, into);
      if (into.refused !== null) break;
    }
    const wrong = rows.refused(isEnd);
    if (wrong !== null) into.refused ??= refusal(wrong.code, wrong.line, '');
    if (isEnd && columns === null) into.refused ??= refusal('not-this-format', 1, needed[0] ?? '');
    ({ refused } = into);
    return partOf(into);
  };
  return { add: (text) => read(text, false), end: () => read('', true) };
}

/** Whether the first row of a file, whose beginning is given, names these columns; a list: one of them is enough. */
export function hasColumns(head: string, ...names: readonly (string | readonly string[])[]): boolean {
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const first = lines.find((line) => !isOnlySeparator(line)) ?? '';
  if (/^\s*[[{<]/.test(first)) return false;
  const { cells } = cellsOf({ text: first, line: 1, delimiter: delimiterOf(lines[0] ?? '') });
  const { places } = columnsOf(cells);
  return names.every((name) =>
    typeof name === 'string' ? places.has(name) : name.some((one) => places.has(one)),
  );
}

function cellsOf({ text, delimiter }: TextRow): {
  readonly cells: readonly string[];
  readonly isBroken: boolean;
} {
  const { data, errors } = Papa.parse(text, { newline: '\r\n', delimiter });
  const [cells = []] = data;
  return { cells, isBroken: data.length > 1 || errors.some(({ type }) => type === 'Quotes') };
}

/** The columns by their names in lower case. Of two of one name the first counts; the other is one that nobody asks for. */
function columnsOf(cells: readonly string[]): Columns {
  const names = cells.map((cell) => cell.trim());
  const places = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const key = name.toLowerCase();
    places.set(places.has(key) ? `${key} ${index}` : key, index);
  }
  return { places, names };
}

function takeRow(
  { places, names }: Columns,
  cells: readonly string[],
  line: number,
  take: (row: CsvRow, into: Gathered) => void,
  into: Gathered,
): void {
  const asked = new Set<number>();
  const before = into.problems.length;
  const row: CsvRow = {
    line,
    get(column) {
      const index = places.get(column) ?? -1;
      asked.add(index);
      return cells[index] ?? '';
    },
    has: (column) => places.has(column),
  };
  take(row, into);
  if (into.problems.slice(before).some(({ lost }) => lost === 'record')) return;
  // By its cells, which it may have few of where there are a million columns.
  for (const [index, cell] of cells.entries())
    if (!asked.has(index) && cell.trim() !== '') tell(into, 'no-place', line, names[index] ?? '', 'field');
}

function refusal(code: ImportCode, line: number, field: string): ImportProblem {
  return { code, line, field, lost: 'record' };
}

/** Words that a formula guard of ours, or of another tool, has put an apostrophe before, without it. */
export function unguarded(words: string): string {
  return /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(words) ? words.slice(1) : words;
}
