import type { ComponentChildren } from 'preact';
import type { Annotation } from '#core/annotation.ts';
import type { CitedArticle } from '#core/export/plain-text.ts';
import { dragPassage } from './drag-passage.ts';
import { t } from './text.ts';

interface DragPlaceProps {
  readonly annotation: Annotation;
  readonly article: CitedArticle | null;
  readonly children: ComponentChildren;
}

/**
 * A passage that can be dragged into another program, by a handle that shows when one points at it: the words themselves stay to be
 * selected, and Firefox drags no button. By keyboard it is copied instead.
 */
export function DragPlace({ annotation, article, children }: DragPlaceProps) {
  return (
    <div class="drag-place">
      {children}
      <span
        class="drag-handle"
        draggable
        aria-hidden="true"
        title={t('dragOut')}
        onDragStart={(event) => dragPassage(event, annotation, article)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16">
          <path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" />
        </svg>
      </span>
    </div>
  );
}
