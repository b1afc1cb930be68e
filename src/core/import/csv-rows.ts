/** In UTF-16 code units: a row that is longer has lost its closing quotation mark. */
const LONGEST = 4_000_000;

/** One row as it stands in the file, without the line break that ends it. */
export interface TextRow {
  readonly text: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** What stands between its cells. */
  readonly delimiter: string;
}

/** Cuts a text into rows while it comes in: a line break within quotation marks ends none. */
export interface CsvRows {
  readonly add: (text: string, isEnd: boolean) => readonly TextRow[];
  /** What is wrong so far; with `isEnd`, that the text ends within a cell, too. Null for nothing. */
  readonly refused: (
    isEnd: boolean,
  ) => { readonly code: 'cut-off' | 'too-long'; readonly line: number } | null;
}

/** What a first row such as `sep=;` says, which a spreadsheet puts before the columns' names. */
const SAID = /^sep=([,;\t|])$/i;

/**
 * What stands between the cells of the row of names: commas, semicolons as a spreadsheet writes them where the comma is that of decimals,
 * or tabs; whichever is there most often.
 */
export function delimiterOf(row: string): string {
  const said = SAID.exec(row)?.[1];
  if (said !== undefined) return said;
  const bare = row.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Whether a row only says what stands between cells. */
export function isOnlySeparator(row: string): boolean {
  return SAID.test(row);
}

interface State {
  held: string;
  line: number;
  began: number;
  /** Of the rows, once the first has been read. */
  delimiter: string | null;
  isQuoted: boolean;
  /** Whether a cell begins here. */
  isStart: boolean;
  /** Whether the last character was a carriage return: a line feed after it is of the same break. */
  isReturn: boolean;
  isFirst: boolean;
}

export function createCsvRows(): CsvRows {
  const state: State = {
    held: '', line: 1, began: 1, delimiter: null, isQuoted: false, isStart: true, isReturn: false, isFirst: true,
  }; // prettier-ignore
  return {
    add(more, isEnd) {
      const rows: TextRow[] = [];
      const text = state.isFirst && more.startsWith('\ufeff') ? more.slice(1) : more;
      if (more !== '') state.isFirst = false;
      state.held += cut(state, text, rows);
      if (isEnd && !state.isQuoted && state.held !== '') endRow(state, '', rows);
      return rows;
    },
    refused(isEnd) {
      if (state.held.length > LONGEST) return { code: 'too-long', line: state.began };
      return isEnd && state.isQuoted ? { code: 'cut-off', line: state.began } : null;
    },
  };
}

/** Puts the rows that end in a text into `rows`. Answers what stands after them. */
function cut(state: State, text: string, rows: TextRow[]): string {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSecond = code === 10 && state.isReturn;
    state.isReturn = code === 13;
    if (code === 13 || (code === 10 && !isSecond)) state.line++;
    if (state.isQuoted) {
      // The second of two marks opens the cell again.
      if (code === 34) state.isQuoted = false;
      state.isStart = code === 34;
    } else if (code === 34 && state.isStart) {
      state.isQuoted = true;
      state.isStart = false;
    } else if (code === 10 || code === 13) {
      if (!isSecond) endRow(state, text.slice(from, at), rows);
      from = at + 1;
      state.began = state.line;
    } else state.isStart = isBetween(state, text.charAt(at));
  }
  return text.slice(from);
}

function isBetween(state: State, character: string): boolean {
  if (state.delimiter !== null) return character === state.delimiter;
  return character === ',' || character === ';' || character === '\t';
}

function endRow(state: State, rest: string, rows: TextRow[]): void {
  const text = state.held + rest;
  state.held = '';
  state.isStart = true;
  if (text.trim() !== '') state.delimiter ??= delimiterOf(text);
  rows.push({ text, line: state.began, delimiter: state.delimiter ?? ',' });
}
