import { isKept } from './annotation-kept.ts';
import type { Selector } from './anchor/selector.ts';
import type { Annotation } from './annotation.ts';

/**
 * What a page's process is told of a saved record: enough to find and paint it. Notes, tags and who speaks stay out of a process that
 * runs the page's own scripts, whatever its walls are worth.
 */
export interface SavedPassage {
  readonly id: string;
  /** The article's address. */
  readonly source: string;
  readonly selector: readonly Selector[];
  /** The mark style that the reader has given it; null for none. */
  readonly styleClass: string | null;
  /** Whether it is to be painted: everything but the bare refusal of a detection. */
  readonly isKept: boolean;
}

/** Leaves of a record what its page may know. */
export function savedPassage(annotation: Annotation): SavedPassage {
  const { source, selector, styleClass = null } = annotation.target;
  return { id: annotation.id, source, selector, styleClass, isKept: isKept(annotation) };
}
