import type { QuotationKind } from '#core/detect/types.ts';
import { t } from '#ui/text.ts';

const kinds: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];

/** The kind after this one: a key goes through all three. */
export function nextKind(kind: QuotationKind): QuotationKind {
  return kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? kind;
}

/** A kind in words. */
export function kindWords(kind: QuotationKind): string {
  return { direct: t('kindDirect'), mixed: t('kindMixed'), indirect: t('kindIndirect') }[kind];
}

interface KindChoiceProps {
  readonly kind: QuotationKind;
  /** The key that goes to the next kind, if there is one. */
  readonly shortcut?: string | undefined;
  readonly onChange: (kind: QuotationKind) => void;
}

/** How much of what was said stands inside marks. */
export function KindChoice({ kind, shortcut, onChange }: KindChoiceProps) {
  return (
    <label class="kind-choice">
      <span class="heard">{t('filterKind')}</span>
      <select
        value={kind}
        aria-keyshortcuts={shortcut}
        onChange={(event) => {
          const chosen = kinds.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindWords(one)}
          </option>
        ))}
      </select>
      {shortcut !== undefined && (
        <kbd class="key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </label>
  );
}
