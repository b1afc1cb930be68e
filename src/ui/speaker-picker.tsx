import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { t } from './text.ts';

interface SpeakerPickerProps {
  /** Names of the people of this article. */
  readonly people: readonly string[];
  readonly current: string | null;
  /** Null: nobody who is named. */
  readonly onPick: (name: string | null) => void;
  readonly onCancel: () => void;
}

/** Without case and accents, so that what is typed need not have them. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Who is it that speaks? One of the people of the article, a name typed, or nobody who is named. */
export function SpeakerPicker({ people, current, onPick, onCancel }: SpeakerPickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  useEffect(() => field.current?.focus(), []);

  const wanted = folded(name.trim());
  const shown = people.filter((person) => person !== current && folded(person).includes(wanted));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };

  return (
    <form
      class="picker"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = name.trim().replace(/\s+/gu, ' ');
        if (typed !== '') onPick(typed);
      }}
    >
      <label class="field-label" for={id}>
        {t('speakerQuestion')}
      </label>
      <div class="picker-row">
        <input
          id={id}
          ref={field}
          type="text"
          class="input"
          dir="auto"
          autocomplete="off"
          value={name}
          placeholder={t('speakerPlaceholder')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button button-primary" disabled={wanted === ''}>
          {t('speakerUse')}
        </button>
      </div>
      <ul class="picker-people" aria-label={t('peopleHere')}>
        {shown.map((person) => (
          <li key={person}>
            <button type="button" class="picker-person" dir="auto" onClick={() => onPick(person)}>
              {person}
            </button>
          </li>
        ))}
      </ul>
      <div class="picker-foot">
        {current !== null && (
          <button type="button" class="picker-person picker-nobody" onClick={() => onPick(null)}>
            {t('speakerNobody')}
          </button>
        )}
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
