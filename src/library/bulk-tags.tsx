import { useEffect, useId, useState } from 'preact/hooks';
import { request } from '#messaging/client.ts';
import { Button } from '#ui/button.tsx';
import { addTags } from '#ui/tag-field.tsx';
import { t } from '#ui/text.ts';

interface BulkTagsProps {
  readonly onTag: (add: readonly string[], remove: readonly string[]) => void;
}

/** So many tags in use are offered. */
const offered = 200;

/** A field for tags that all that is selected is to get, or to lose. */
export function BulkTags({ onTag }: BulkTagsProps) {
  const id = useId();
  const [draft, setDraft] = useState('');
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    request('library.tags', { limit: offered }).then(
      (tags) => setKnown(tags.map(({ tag }) => tag)),
      () => setKnown([]),
    );
  }, []);
  const tags = addTags([], draft);
  return (
    <form
      class="menu-group bulk-tags"
      onSubmit={(event) => {
        event.preventDefault();
        if (tags.length > 0) onTag(tags, []);
      }}
    >
      <label class="menu-title" for={id}>
        {t('bulkTagsLabel')}
      </label>
      <input
        id={id}
        type="text"
        class="input"
        dir="auto"
        list={`${id}-known`}
        autocomplete="off"
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <div class="menu-row">
        <button type="submit" class="button button-primary" disabled={tags.length === 0}>
          {t('tagGive')}
        </button>
        <Button disabled={tags.length === 0} onClick={() => onTag([], tags)}>
          {t('tagTake')}
        </Button>
      </div>
    </form>
  );
}
