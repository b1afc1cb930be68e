import { type ChosenStyle, longestName } from '#core/mark-styles/chosen-styles.ts';
import { IconButton } from '#ui/button.tsx';
import { MarkSwatch } from '#ui/mark-swatch.tsx';
import { styleName } from '#ui/style-name.ts';
import { t, tNamed } from '#ui/text.ts';

interface MarkStyleRowProps {
  readonly style: ChosenStyle;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (change: { readonly name?: string; readonly on?: boolean }) => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** One mark style: how it looks, what the reader calls it, where it stands, and whether it is offered. */
export function MarkStyleRow({ style, first, last, onChange, onMove }: MarkStyleRowProps) {
  const { look, name, on } = style;
  const called = styleName(style);
  return (
    <li class="style-line">
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={on}
        aria-label={t('styleOffer', called)}
        onChange={(event) => onChange({ on: event.currentTarget.checked })}
      />
      <MarkSwatch look={look} />
      <input
        type="text"
        class="input"
        dir="auto"
        value={name}
        maxLength={longestName}
        placeholder={tNamed(look.label)}
        aria-label={t('styleNameOf', tNamed(look.label))}
        onInput={(event) => onChange({ name: event.currentTarget.value })}
      />
      <span class="style-moves">
        {!first && <IconButton icon="up" label={t('styleUp', called)} onClick={() => onMove(-1)} />}
        {!last && <IconButton icon="down" label={t('styleDown', called)} onClick={() => onMove(1)} />}
      </span>
    </li>
  );
}
