import type { Annotation } from '#core/annotation.ts';
import { noteOf, styleOf, withNote } from '#core/annotation-edit.ts';
import { withoutWriting } from '#core/merge-notes.ts';

/** What stood before the reader wrote, and what was written. */
export interface Written {
  readonly before: string;
  readonly after: string;
  /** Whether the writing has made the record. */
  readonly made: boolean;
}

/** Follows the writing of a note from its first key until the reader turns to something else, so that it can be taken back as one. */
export interface NoteWriting {
  /** A key is about to make this the note of this record, or of one that is not there yet. */
  write(record: Annotation | null, note: string): void;
  /** The reader has turned to something else. Answers what stood before, null where nothing has changed. */
  end(record: Annotation | null): Written | null;
}

export function createNoteWriting(): NoteWriting {
  let written: Written | null = null;
  return {
    write(record, after) {
      const { before, made } = written ?? {
        before: record === null ? '' : noteOf(record),
        made: record === null,
      };
      written = { before, after, made };
    },
    end(record) {
      const was = written;
      written = null;
      return was === null || record === null || was.after === was.before ? null : was;
    },
  };
}

/**
 * The record without what was written. What another place has written beside it stays.
 * @param now an ISO time
 * @returns null where the record was made for the note and holds nothing else
 */
export function withoutWritten(
  record: Annotation,
  { before, after, made }: Written,
  now: string,
): Annotation | null {
  const then = withNote(record, withoutWriting(noteOf(record), after, before), now);
  const isDetected = then.quotation === null || then.quotation.status === 'detected';
  return made && then.body.length === 0 && styleOf(then) === null && isDetected ? null : then;
}
