import type { ImportCode } from './importer.ts';

/** One value of a file: an item of a list, or a field of the outermost object. */
export interface JsonPart {
  /** The name of the outermost object's field; '' for an item of an outermost list. */
  readonly field: string;
  /** The item's place in its list; null for a value that is no list. */
  readonly index: number | null;
  readonly value: unknown;
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** Why a text is no JSON that can be read, and where. */
interface JsonRefusal {
  readonly code: Extract<ImportCode, 'not-json' | 'cut-off' | 'too-long'>;
  readonly line: number;
  readonly field: string;
}

/** Takes a JSON text apart while it comes in. Never throws. */
export interface JsonParts {
  readonly add: (text: string) => readonly JsonPart[];
  /** What is wrong so far; with `isEnd`, that the text ends too early, too. Null for nothing. */
  readonly refused: (isEnd: boolean) => JsonRefusal | null;
}

/** In UTF-16 code units: no item that we write or know of comes near it. */
const LONGEST = 8_000_000;

interface State {
  /** Where we are: before the outermost value, in it, in a list that is a field of it, after such a list, or behind everything. */
  place: 'before' | 'object' | 'list' | 'field-list' | 'after-list' | 'over';
  /** How many brackets are open within the value that is being read. */
  nested: number;
  /** Whether a field's name is awaited. */
  isKey: boolean;
  /** Whether the present object or list may end here without a value. */
  isEmpty: boolean;
  field: string;
  index: number | null;
  inString: boolean;
  isEscaped: boolean;
  /** Of the value that is being read: what came with earlier texts, where the rest begins, and whether there is nothing but space. */
  held: string;
  from: number;
  isBlank: boolean;
  line: number;
  began: number;
  refusal: JsonRefusal | null;
  found: JsonPart[];
}

/**
 * Cuts the outermost list, or each list that is a field of the outermost object, into its items, and parses one after the other
 * (RFC 8259): only what stands between two commas is held in memory. Linear in the text's length.
 */
export function createJsonParts(): JsonParts {
  const state: State = {
    place: 'before', nested: 0, isKey: false, isEmpty: true, field: '', index: null, inString: false, isEscaped: false,
    held: '', from: 0, isBlank: true, line: 1, began: 1, refusal: null, found: [],
  }; // prettier-ignore
  return {
    add(text) {
      state.found = [];
      if (state.refusal === null) scan(state, text);
      return state.found;
    },
    refused(isEnd) {
      if (isEnd && state.place !== 'over') refuse(state, state.place === 'before' ? 'not-json' : 'cut-off');
      return state.refusal;
    },
  };
}

function scan(state: State, text: string): void {
  state.from = 0;
  for (let at = 0; at < text.length && state.refusal === null; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) state.line++;
    if (state.inString) {
      if (state.isEscaped) state.isEscaped = false;
      else if (code === 92) state.isEscaped = true;
      else if (code === 34) state.inString = false;
    } else if (code > 32) {
      const wasBlank = state.isBlank;
      if (wasBlank) state.began = state.line;
      state.isBlank = false;
      if (code === 34) state.inString = true;
      visit(state, text, at, wasBlank);
    }
  }
  state.held += text.slice(state.from);
  if (state.held.length > LONGEST) refuse(state, 'too-long');
}

/** One character outside of strings; `isFirst`: nothing but space stood before it since the last cut. */
function visit(state: State, text: string, at: number, isFirst: boolean): void {
  const character = text.charAt(at);
  const opens = character === '[' || character === '{';
  if (state.place === 'over') return refuse(state, 'not-json');
  if (state.place === 'before') return opens && isFirst ? begin(state, text, at) : refuse(state, 'not-json');
  if (state.place === 'after-list') return afterList(state, text, at);
  if (opens) return open(state, text, at, isFirst);
  if (character === ']' || character === '}') return close(state, text, at);
  if (state.nested > 0) return;
  if (character === ',') {
    emit(state, text, at);
    state.isKey = state.place === 'object';
  } else if (character === ':' && state.isKey) readKey(state, text, at);
}

function begin(state: State, text: string, at: number): void {
  state.place = text.charAt(at) === '[' ? 'list' : 'object';
  state.isKey = state.place === 'object';
  state.index = state.isKey ? null : 0;
  cut(state, text, at);
}

function open(state: State, text: string, at: number, isFirst: boolean): void {
  const isList = text.charAt(at) === '[';
  if (state.place === 'object' && !state.isKey && state.nested === 0 && isFirst && isList) {
    cut(state, text, at);
    state.place = 'field-list';
    state.index = 0;
    state.isEmpty = true;
  } else state.nested++;
}

function close(state: State, text: string, at: number): void {
  if (state.nested > 0) {
    state.nested--;
    return;
  }
  const opened = state.place === 'object' ? '}' : ']';
  if (text.charAt(at) !== opened) return refuse(state, 'not-json');
  const whole = peek(state, text, at);
  if (state.isEmpty && whole.trim() === '') cut(state, text, at);
  else emit(state, text, at);
  state.index = null;
  state.place = state.place === 'field-list' ? 'after-list' : 'over';
}

/** After a list that was a field only a comma or the object's end may stand. */
function afterList(state: State, text: string, at: number): void {
  const character = text.charAt(at);
  if (character !== ',' && character !== '}') return refuse(state, 'not-json');
  cut(state, text, at);
  state.place = character === ',' ? 'object' : 'over';
  state.isKey = character === ',';
}

function emit(state: State, text: string, at: number): void {
  const whole = cut(state, text, at);
  if (state.isKey) return refuse(state, 'not-json');
  try {
    const value: unknown = JSON.parse(whole);
    state.found.push({ field: state.field, index: state.index, value, line: state.began });
  } catch {
    return refuse(state, 'not-json');
  }
  if (state.index !== null) state.index++;
}

function readKey(state: State, text: string, at: number): void {
  try {
    const name: unknown = JSON.parse(cut(state, text, at));
    if (typeof name !== 'string') return refuse(state, 'not-json');
    state.field = name;
    state.isKey = false;
  } catch {
    refuse(state, 'not-json');
  }
}

function peek(state: State, text: string, at: number): string {
  return state.held + text.slice(state.from, at);
}

/** What has been read since the last cut; the next begins after the character at `at`. */
function cut(state: State, text: string, at: number): string {
  const whole = peek(state, text, at);
  state.held = '';
  state.from = at + 1;
  state.isBlank = true;
  if (whole.trim() !== '') state.isEmpty = false;
  return whole;
}

function refuse(state: State, code: JsonRefusal['code']): void {
  const { began, index, field } = state;
  state.refusal ??= { code, line: began, field: index === null ? field : `${field}[${index}]` };
}
