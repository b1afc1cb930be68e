import type { Annotation } from '#core/annotation.ts';
import { noteOf, styleOf, withNote } from '#core/annotation-edit.ts';

/** What stood before the reader wrote. */
export interface Written {
  readonly before: string;
  /** Whether the writing has made the record. */
  readonly made: boolean;
}

/** Follows the writing of a note from its first key until the reader turns to something else, so that it can be taken back as one. */
export interface NoteWriting {
  /** A key is about to change the note of this record, or of one that is not there yet. */
  begin(record: Annotation | null): void;
  /** The reader has turned to something else. Answers what stood before, null where nothing has changed. */
  end(record: Annotation | null): Written | null;
}

export function createNoteWriting(): NoteWriting {
  let written: Written | null = null;
  return {
    begin(record) {
      written ??= { before: record === null ? '' : noteOf(record), made: record === null };
    },
    end(record) {
      const was = written;
      written = null;
      return was === null || record === null || noteOf(record) === was.before ? null : was;
    },
  };
}

/**
 * The record without what was written.
 * @param now an ISO time
 * @returns null where the record was made for the note and holds nothing else
 */
export function withoutWritten(
  record: Annotation,
  { before, made }: Written,
  now: string,
): Annotation | null {
  const then = withNote(record, before, now);
  const isDetected = then.quotation === null || then.quotation.status === 'detected';
  return made && then.body.length === 0 && styleOf(then) === null && isDetected ? null : then;
}
