import { hasOwnElement, removeOwnElement } from './hide-from-page.ts';
import { createHost } from './host-element.ts';

/**
 * Why our life on a page ends when the extension was updated under it and nobody answers any more, or when its site was taken from us:
 * what the reader is writing stays.
 */
export const orphaned = 'orphaned';

/** Takes the sentence away, where it stands: we are here again. */
export function endTold(): void {
  removeOwnElement('.told');
}

/**
 * Says once why we are gone and what helps, where nothing of ours stands on it any more; the reader's next press takes it away. A popover
 * that is open stays with all that is written in it, and says it itself.
 * @param words read beforehand: who is orphaned is told no sentence
 */
export function tellOrphaned(document: Document, words: string, language: string): void {
  if (hasOwnElement()) return;
  const { element, root } = createHost(document);
  const note = document.createElement('div');
  note.className = 'bar told';
  note.setAttribute('role', 'status');
  note.lang = language;
  note.dir = 'auto';
  note.textContent = words;
  root.append(note);
  const end = new AbortController();
  const { signal } = end;
  const onDone = (event: Event): void => {
    if (!event.isTrusted || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
    end.abort();
    element.remove();
  };
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, onDone, { signal, capture: true });
}
