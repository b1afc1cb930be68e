import { useId, useState } from 'preact/hooks';
import { MarkSwatch } from './mark-swatch.tsx';
import { useMarkStyles } from './reader-choices.tsx';
import { styleName } from './style-name.ts';
import { t } from './text.ts';

interface StyleChoiceProps {
  readonly current: string | null;
  /** The id of a style, or null: none. */
  readonly onChoose: (style: string | null) => void;
  /** The keys that do the same, in the order in which the styles are offered. */
  readonly keys?: readonly (string | undefined)[];
}

/**
 * The mark styles that the reader uses, each one click; a click on the one that is chosen takes it away. What a style means stands
 * beside them while it is pointed at or has the focus, else what the chosen one means; where nothing points, on each.
 */
export function StyleChoice({ current, onChoose, keys = [] }: StyleChoiceProps) {
  const id = useId();
  const styles = useMarkStyles();
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const offered = styles.filter(({ on }) => on);
  const chosen = styles.find(({ look }) => look.id === current);
  const told = styles.find(({ look }) => look.id === (pointed ?? focused)) ?? chosen;
  if (offered.length === 0 && chosen === undefined) return null;
  return (
    <div class="style-choice" role="group" aria-labelledby={id}>
      <span class="field-label" id={id}>
        {t('markStyle')}
      </span>
      <div class="style-row">
        {offered.map((style, index) => (
          <button
            key={style.look.id}
            type="button"
            class="style-button"
            aria-pressed={style === chosen}
            aria-label={styleName(style)}
            aria-keyshortcuts={keys[index]}
            title={keys[index] === undefined ? styleName(style) : `${styleName(style)} (${keys[index]})`}
            onClick={() => onChoose(style === chosen ? null : style.look.id)}
            onPointerEnter={() => setPointed(style.look.id)}
            onPointerLeave={() => setPointed(null)}
            onFocus={() => setFocused(style.look.id)}
            onBlur={() => setFocused(null)}
          >
            <MarkSwatch look={style.look} />
            <span class="style-meaning" aria-hidden="true" dir="auto">
              {styleName(style)}
            </span>
          </button>
        ))}
        {told !== undefined && (
          <span
            class={told === chosen ? 'style-name style-chosen' : 'style-name'}
            aria-hidden="true"
            dir="auto"
          >
            {styleName(told)}
          </span>
        )}
      </div>
    </div>
  );
}
