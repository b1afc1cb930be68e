import { useId } from 'preact/hooks';

interface SwitchRowProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch with what it does. */
export function SwitchRow({ title, text, checked, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch"
        checked={checked}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{title}</label>
        {text !== undefined && (
          <p class="sheet-text" id={`${id}-text`}>
            {text}
          </p>
        )}
      </div>
    </div>
  );
}
