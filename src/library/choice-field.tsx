import { SelectField } from '#ui/select-field.tsx';

interface ChoiceFieldProps {
  readonly label: string;
  /** The words of the choice that narrows nothing: its key is ''. */
  readonly all: string;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly current: string;
  readonly onChange: (key: string) => void;
}

/** One of many, or all of them, with its label above. A current choice that is not among them is shown by its key. */
export function ChoiceField({ label, all, choices, current, onChange }: ChoiceFieldProps) {
  const isKnown = current === '' || choices.some(({ key }) => key === current);
  const unknown = isKnown ? [] : [{ key: current, label: current }];
  return (
    <SelectField
      label={label}
      choices={[{ key: '', label: all }, ...unknown, ...choices]}
      current={current}
      onChange={onChange}
      look="choice-field"
    />
  );
}
