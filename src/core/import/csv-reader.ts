import Papa from 'papaparse';
import type { ImportCode, ImportProblem, ImportReader } from './importer.ts';
import { gathered, partOf, type Gathered } from './json-reader.ts';

/** In UTF-16 code units: a row that is longer has lost its closing quotation mark. */
const LONGEST = 4_000_000;

/** One row by its columns' names, in lower case; what the row does not have is ''. */
export interface CsvRow {
  readonly line: number;
  readonly get: (column: string) => string;
  readonly has: (column: string) => boolean;
}

/** A reader of a CSV format (RFC 4180). `needed`: the columns without which the file is not of this format. */
export function csvReader(
  needed: readonly string[],
  take: (row: CsvRow, into: Gathered) => void,
): ImportReader {
  const rows = createRows();
  let columns: ReadonlyMap<string, number> | null = null;
  let refused: ImportProblem | null = null;
  const read = (text: string, isEnd: boolean): ReturnType<ImportReader['end']> => {
    const into = gathered();
    into.refused = refused;
    if (refused !== null) return partOf(into);
    for (const { text: row, line } of rows.add(text, isEnd)) {
      const [cells = []] = Papa.parse(row, { newline: '\r\n', delimiter: ',' }).data;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (columns === null) {
        columns = new Map(cells.map((name, index) => [name.trim().toLowerCase(), index]));
        const missing = needed.find((name) => columns?.has(name) !== true);
        if (missing !== undefined) into.refused = refusal('not-this-format', line, missing);
      } else take(rowOf(columns, cells, line), into);
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

function refusal(code: ImportCode, line: number, field: string): ImportProblem {
  return { code, line, field, lost: 'record' };
}

function rowOf(columns: ReadonlyMap<string, number>, cells: readonly string[], line: number): CsvRow {
  return {
    line,
    get: (column) => cells[columns.get(column) ?? -1] ?? '',
    has: (column) => columns.has(column),
  };
}

interface TextRow {
  readonly text: string;
  readonly line: number;
}

/** Cuts a text into rows while it comes in: a line break within quotation marks ends none. */
function createRows() {
  const state = { held: '', line: 1, began: 1, isQuoted: false, isStart: true, isFirst: true };
  const cut = (text: string, rows: TextRow[]): string => {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10) state.line++;
      if (state.isQuoted) {
        // The second of two marks opens the field again.
        if (code === 34) state.isQuoted = false;
        state.isStart = code === 34;
        continue;
      }
      if (code === 34 && state.isStart) state.isQuoted = true;
      state.isStart = code === 44 || code === 10;
      if (code !== 10) continue;
      const row = state.held + text.slice(from, at);
      rows.push({ text: row.endsWith('\r') ? row.slice(0, -1) : row, line: state.began });
      state.held = '';
      from = at + 1;
      state.began = state.line;
    }
    return text.slice(from);
  };
  return {
    add(more: string, isEnd: boolean): readonly TextRow[] {
      const rows: TextRow[] = [];
      const text = state.isFirst && more.startsWith('\ufeff') ? more.slice(1) : more;
      if (more !== '') state.isFirst = false;
      state.held += cut(text, rows);
      if (isEnd && !state.isQuoted && state.held !== '') {
        rows.push({ text: state.held, line: state.began });
        state.held = '';
      }
      return rows;
    },
    refused(isEnd: boolean): { readonly code: 'cut-off' | 'too-long'; readonly line: number } | null {
      if (state.held.length > LONGEST) return { code: 'too-long', line: state.began };
      return isEnd && state.isQuoted ? { code: 'cut-off', line: state.began } : null;
    },
  };
}

/** Words that a formula guard of ours, or of another tool, has put an apostrophe before, without it. */
export function unguarded(words: string): string {
  return /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(words) ? words.slice(1) : words;
}
