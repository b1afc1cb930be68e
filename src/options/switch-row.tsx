import { useId } from 'preact/hooks';

interface SwitchRowProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly checked: boolean;
  /** Whether it shows what is so until that has changed, since what is asked for may be refused. */
  readonly mayBeRefused?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A switch with what it does. */
export function SwitchRow({ title, text, checked, mayBeRefused = false, onChange }: SwitchRowProps) {
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
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          if (mayBeRefused) event.currentTarget.checked = checked;
          onChange(wanted);
        }}
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
