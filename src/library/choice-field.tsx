import { useId } from 'preact/hooks';

interface ChoiceFieldProps {
  readonly label: string;
  /** The words of the choice that narrows nothing: its key is ''. */
  readonly all: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly current: string;
  readonly onChange: (key: string) => void;
}

/** One of many, with its label above. A current choice that is not among them is shown by its key. */
export function ChoiceField({ label, all, choices, current, onChange }: ChoiceFieldProps) {
  const id = useId();
  const isKnown = current === '' || choices.some(({ key }) => key === current);
  return (
    <div class="field choice-field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select id={id} class="input" value={current} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {!isKnown && <option value={current}>{current}</option>}
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
