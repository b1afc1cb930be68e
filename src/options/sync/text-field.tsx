import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** `secret`: not to be seen; `long`: of several lines. */
  readonly kind?: 'line' | 'secret' | 'long';
  /** What the browser may fill in: see `autocomplete` in HTML. */
  readonly fill?: string;
  readonly hint?: string | undefined;
  /** What is wrong with it; undefined while nothing is. */
  readonly wrong?: string | undefined;
  readonly placeholder?: string;
  /** An address or a name of code, which runs from left to right everywhere. */
  readonly isCode?: boolean;
}

/** A field with its label above and, below, what helps to fill it in or what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, value, onInput, kind = 'line', fill = 'off', hint, wrong, placeholder, isCode } = props;
  const id = useId();
  const about = [hint === undefined ? '' : `${id}-hint`, wrong === undefined ? '' : `${id}-wrong`]
    .filter((part) => part !== '')
    .join(' ');
  const shared = {
    id,
    class: 'input',
    value,
    placeholder,
    dir: kind === 'secret' || isCode === true ? 'ltr' : 'auto',
    autocomplete: fill,
    autocapitalize: 'off',
    spellcheck: false,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': about === '' ? undefined : about,
    onInput: (event: Event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) onInput(target.value);
    },
  } as const;
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {kind === 'long' ? (
        <textarea {...shared} rows={4} />
      ) : kind === 'secret' ? (
        <input {...shared} type="password" />
      ) : (
        <input {...shared} type="text" />
      )}
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== undefined && (
        <p class="field-wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
