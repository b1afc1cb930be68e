import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { t } from './text.ts';

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
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

/** Tags as chips: Enter or a comma adds one, Backspace in the empty field takes the last away. */
export function TagField({ tags, onChange }: TagFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState('');

  const add = (text: string): void => {
    const next = addTags(tags, text);
    setDraft('');
    if (next.length !== tags.length) onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      add(draft);
    } else if (event.key === 'Backspace' && draft === '' && tags.length > 0) {
      event.preventDefault();
      onChange(tags.slice(0, -1));
    }
  };

  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t('tagsLabel')}
      </label>
      <div class="input tag-input">
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
        <input
          id={id}
          type="text"
          class="tag-text"
          dir="auto"
          value={draft}
          placeholder={tags.length === 0 ? t('tagsPlaceholder') : ''}
          onInput={(event) => {
            const text = event.currentTarget.value;
            if (text.includes(',')) add(text);
            else setDraft(text);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => add(draft)}
        />
      </div>
    </div>
  );
}
