import type { Ref } from 'preact';
import { Icon } from './icon.tsx';
import { t } from './text.ts';

interface SearchFieldProps {
  readonly query: string;
  readonly onInput: (query: string) => void;
  /** What is searched; everything that is kept, when it does not say. */
  readonly label?: string | undefined;
  readonly fieldRef?: Ref<HTMLInputElement> | undefined;
}

/** Searches everything that is kept. Escape empties it first. */
export function SearchField({ query, onInput, label, fieldRef }: SearchFieldProps) {
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={fieldRef ?? null}
        type="search"
        class="input search-input"
        dir="auto"
        value={query}
        placeholder={label ?? t('searchPlaceholder')}
        aria-label={label ?? t('searchLabel')}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          event.stopPropagation();
          onInput('');
        }}
      />
    </div>
  );
}
