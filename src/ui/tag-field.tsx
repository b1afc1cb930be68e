import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useSuggestions } from './use-suggestions.ts';
import { t } from './text.ts';

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** The reader's own tags that what is typed may become. Without it nothing is offered. */
  readonly suggest?: ((typed: string, has: readonly string[]) => Promise<readonly string[]>) | undefined;
}

/** The tags that a text adds to others: split at commas, trimmed, each once, whatever its letters' case. */
export function addTags(tags: readonly string[], text: string): readonly string[] {
  const result = [...tags];
  const known = new Set(tags.map((tag) => tag.toLocaleLowerCase()));
  for (const part of text.split(/[,\n]/u)) {
    const tag = part.trim().replace(/\s+/gu, ' ').replace(/^#/u, '');
    if (tag === '' || known.has(tag.toLocaleLowerCase())) continue;
    known.add(tag.toLocaleLowerCase());
    result.push(tag);
  }
  return result;
}

/**
 * Tags as chips: Enter or a comma adds one, Backspace in the empty field takes the last away. While one types, tags in use are offered:
 * the arrows go through them, Enter or a click takes one, Escape closes the list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export function TagField({ tags, onChange, suggest }: TagFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState('');
  const [focused, setFocused] = useState(false);
  const ask = suggest && ((typed: string) => suggest(typed, tags));
  const offered = useSuggestions(focused && draft.trim() !== '' ? draft : null, ask);
  const open = offered.items.length > 0;
  const list = useRef<HTMLUListElement>(null);
  // Below the field may lie what would cover it.
  useLayoutEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' });
  }, [offered.items]);

  const add = (text: string): void => {
    const next = addTags(tags, text);
    setDraft('');
    offered.close();
    if (next.length !== tags.length) onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (open && arrow !== null) offered.move(arrow);
    else if (open && event.key === 'Escape') {
      // It closes the list and nothing else.
      event.stopPropagation();
      offered.close();
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      add(offered.items[offered.at] ?? draft);
    } else if (event.key === 'Backspace' && draft === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    } else return;
    event.preventDefault();
  };

  return (
    <div class="field tag-field">
      <label class="field-label" for={id}>
        {t('tagsLabel')}
      </label>
      <div class="input tag-input">
        <TagChips tags={tags} onChange={onChange} />
        <input
          id={id}
          type="text"
          class="tag-text"
          dir="auto"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-offered`}
          aria-activedescendant={offered.at < 0 ? undefined : `${id}-${offered.at}`}
          value={draft}
          placeholder={tags.length === 0 ? t('tagsPlaceholder') : ''}
          onInput={(event) => {
            const text = event.currentTarget.value;
            if (text.includes(',')) add(text);
            else setDraft(text);
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            add(draft);
          }}
        />
      </div>
      <ul
        ref={list}
        class="offered"
        id={`${id}-offered`}
        role="listbox"
        aria-label={t('tagsOffered')}
        hidden={!open}
      >
        {offered.items.map((tag, index) => (
          <li
            key={tag}
            id={`${id}-${index}`}
            role="option"
            class="offered-tag"
            dir="auto"
            aria-selected={index === offered.at}
            // The field keeps the focus: to lose it would add what is typed so far.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(tag)}
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The tags, each with its way out. */
function TagChips({ tags, onChange }: Pick<TagFieldProps, 'tags' | 'onChange'>) {
  return (
    <ul class="chips" aria-label={t('tagsLabel')} hidden={tags.length === 0}>
      {tags.map((tag) => (
        <li key={tag} class="chip">
          <span dir="auto">{tag}</span>
          <button
            type="button"
            class="chip-remove"
            aria-label={t('tagRemove', tag)}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
