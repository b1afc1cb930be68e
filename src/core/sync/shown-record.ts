import { isThere } from './join-documents.ts';
import { shapes } from './shapes/shapes.ts';
import type { Json, Parts, SyncDocument } from './sync-document.ts';
import { editedAt, NOTHING, readParts } from './write-document.ts';

/**
 * The record that a document stands for: undefined when it is deleted, null when it is no record of its store, as another version may write
 * it by mistake. Of people and names see `person-groups.ts`.
 */
export function shownRecord(document: SyncDocument): unknown {
  return isThere(document) ? recordOf(document) : undefined;
}

/** The record of an article that was deleted while a passage of it stands, which nobody keeps for itself; null when nobody can say what it is. */
export function quotedArticle(document: SyncDocument): unknown {
  return recordOf(document);
}

function recordOf(document: SyncDocument): unknown {
  return shapes[document.store].recordOf(document.key, readParts(document), editedAt(document)) ?? null;
}

/** What a document says beyond what its record can hold. */
export function beyondShown(document: SyncDocument): Parts {
  return isThere(document) ? beyondFitting(document.store, readParts(document)) : NOTHING;
}

/** What of these parts no record of the store can hold. */
export function beyondFitting(store: SyncDocument['store'], parts: Parts): Parts {
  const fitting = shapes[store].fit?.(parts) ?? parts;
  const shown = new Set(fitting.texts);
  const left = (name: string, all: readonly string[]): readonly string[] => {
    const held = new Set(fitting.sets[name]);
    return all.filter((one) => !held.has(one));
  };
  return {
    fields: {},
    sets: Object.fromEntries(Object.entries(parts.sets).map(([name, all]) => [name, left(name, all)])),
    texts: parts.texts.filter((text: Json) => !shown.has(text)),
  };
}

/** What its record is made of: several notes are one there. */
export function shownParts(document: SyncDocument): Parts {
  return shapes[document.store].partsOf(shownRecord(document)) ?? NOTHING;
}
