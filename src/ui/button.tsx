import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  /** `primary`: the one thing to do here; `plain`: beside it; `quiet`: looks like text until touched. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName | undefined;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Something is being done: a click does nothing now, and the focus stays. */
  readonly waiting?: boolean | undefined;
  /** Whether Enter in a field of its form presses it. */
  readonly submits?: boolean | undefined;
  /** For example `K`: shown small, and told to assistive software. */
  readonly shortcut?: string | undefined;
  /** The whole of what it does, where the words alone do not say it to those who hear them. */
  readonly label?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps) {
  const {
    children,
    onClick,
    look = 'plain',
    icon,
    pressed,
    expanded,
    disabled,
    waiting = false,
    submits = false,
    shortcut,
    label,
    buttonRef,
  } = props;
  return (
    <button
      ref={buttonRef ?? null}
      type={submits ? 'submit' : 'button'}
      class={`button button-${look}`}
      onClick={() => {
        if (!waiting) onClick();
      }}
      disabled={disabled ?? false}
      aria-disabled={waiting ? true : undefined}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-label={label}
      aria-keyshortcuts={shortcut}
    >
      {icon !== undefined && <Icon name={icon} filled={pressed ?? false} />}
      <span>{children}</span>
      {shortcut !== undefined && (
        <kbd class="key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </button>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** What it does, in words: the accessible name and the tooltip. */
  readonly label: string;
  readonly onClick: () => void;
  /** For example `C`: told in the tooltip and to assistive software. */
  readonly shortcut?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** A button that shows only an icon. */
export function IconButton({ icon, label, onClick, shortcut, expanded, buttonRef }: IconButtonProps) {
  return (
    <button
      ref={buttonRef ?? null}
      type="button"
      class="icon-button"
      onClick={onClick}
      aria-label={label}
      aria-expanded={expanded}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
    >
      <Icon name={icon} />
    </button>
  );
}
