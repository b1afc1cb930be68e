import type { MarkStyleLook } from '#core/mark-styles/mark-style.ts';
import { t } from './text.ts';

/** How a mark style looks, on two letters. It says nothing by itself: its name stands beside it, or on the control around it. */
export function MarkSwatch({ look }: { readonly look: MarkStyleLook }) {
  const { light, dark, shape } = look;
  return (
    <span
      class="swatch"
      aria-hidden="true"
      style={{
        '--mark-shape': shape,
        '--mark-light': light.background,
        '--mark-light-line': light.line,
        '--mark-dark': dark.background,
        '--mark-dark-line': dark.line,
      }}
    >
      {t('styleSample')}
    </span>
  );
}
