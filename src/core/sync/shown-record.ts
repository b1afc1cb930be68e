import { isThere } from './join-documents.ts';
import { shapes } from './shapes/shapes.ts';
import type { Parts, SyncDocument } from './sync-document.ts';
import { editedAt, NOTHING, readParts } from './write-document.ts';

/** The record that a document stands for; undefined when it is deleted, or not a record of its store. Of people and names see `person-groups.ts`. */
export function shownRecord(document: SyncDocument): unknown {
  if (!isThere(document)) return undefined;
  return shapes[document.store].recordOf(document.key, readParts(document), editedAt(document)) ?? undefined;
}

/** What its record is made of: several notes are one there. */
export function shownParts(document: SyncDocument): Parts {
  return shapes[document.store].partsOf(shownRecord(document)) ?? NOTHING;
}
