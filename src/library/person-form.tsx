import type { ComponentChildren } from 'preact';
import { Button } from '#ui/button.tsx';
import { t } from '#ui/text.ts';

interface PersonFormProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly disabled: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A question about a person, below the head: Escape and *Cancel* leave everything as it is. */
export function PersonForm({ title, action, disabled, onSubmit, onClose, children }: PersonFormProps) {
  return (
    <form
      class="person-form"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (disabled) return;
        onSubmit();
        onClose();
      }}
    >
      <h3 class="person-form-title">{title}</h3>
      {children}
      <div class="person-form-foot">
        <button type="submit" class="button button-primary" disabled={disabled}>
          {action}
        </button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
