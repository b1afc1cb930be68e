import type { Json } from '#core/sync/sync-document.ts';
import { mergeNotes } from '#core/merge-notes.ts';
import { textsIn } from './json-values.ts';

/** A note of more UTF-16 code units is no record's. */
const NOTE = 1_000_000;
/** A rule between two notes. */
const BETWEEN = 7;

/** Those of several notes that one note can hold, in their order: of too many the last are taken first. */
export function fittingTexts(texts: readonly Json[]): readonly string[] {
  const shown: string[] = [];
  let room = NOTE;
  for (const text of textsIn(texts).toReversed()) {
    if (text.length > room) continue;
    room -= text.length + BETWEEN;
    shown.push(text);
  }
  return shown.reverse();
}

/** All of them as one note. */
export function oneNote(texts: readonly string[]): string {
  return texts.reduce((all, one) => mergeNotes(all, one), '');
}
