import { useId } from 'preact/hooks';

interface SelectFieldProps {
  readonly label: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly current: string;
  readonly onChange: (key: string) => void;
  /** A class beside `field`. */
  readonly look?: string;
}

/** One of a few, with its label above. */
export function SelectField({ label, choices, current, onChange, look = '' }: SelectFieldProps) {
  const id = useId();
  return (
    <div class={`field ${look}`.trim()}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <select id={id} class="input" value={current} onChange={(event) => onChange(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
