import { useId, useState } from 'preact/hooks';
import { t } from '#ui/text.ts';

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
}

/** A field for a name, and the button that takes it. */
export function NameForm({ label, name, onName }: NameFormProps) {
  const id = useId();
  const [draft, setDraft] = useState(name);
  const wanted = draft.trim();
  return (
    <form
      class="menu-group"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') onName(wanted);
      }}
    >
      <label class="menu-title" for={id}>
        {label}
      </label>
      <div class="name-row">
        <input
          id={id}
          type="text"
          class="input"
          dir="auto"
          maxLength={200}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="button button-primary" disabled={wanted === ''}>
          {t('save')}
        </button>
      </div>
    </form>
  );
}
