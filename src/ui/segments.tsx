import { useId } from 'preact/hooks';

interface SegmentsProps<Key extends string> {
  readonly label: string;
  readonly choices: readonly { readonly key: Key; readonly label: string }[];
  readonly current: Key;
  readonly onChange: (key: Key) => void;
}

/** A choice between two or three ways of showing the same: radio buttons drawn side by side. */
export function Segments<Key extends string>({ label, choices, current, onChange }: SegmentsProps<Key>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="heard">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.key} class="segment">
          <input
            type="radio"
            class="heard"
            name={name}
            checked={choice.key === current}
            onChange={() => onChange(choice.key)}
          />
          <span class="segment-face">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
