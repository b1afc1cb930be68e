import { noteOf, styleOf, tagsOf } from '#core/annotation-edit.ts';
import { suggestTags } from '#messaging/suggest-tags.ts';
import { DifferenceWords } from '#ui/difference-words.tsx';
import { isOwnClick } from '#ui/is-own-click.ts';
import { MarkedWords } from '#ui/marked-words.tsx';
import { NoteField } from '#ui/note-field.tsx';
import { NoteWords } from '#ui/note-words.tsx';
import { StyleChoice } from '#ui/style-choice.tsx';
import { TagField } from '#ui/tag-field.tsx';
import { t } from '#ui/text.ts';
import type { RecordModel } from './record-model.ts';

interface RecordWordsProps {
  readonly note: string;
  readonly tags: readonly string[];
  readonly onEdit: () => void;
}

/** The note and the tags of a passage, to read; a click on the note leads to its field. */
export function RecordWords({ note, tags, onEdit }: RecordWordsProps) {
  return (
    <>
      {note !== '' && (
        <div class="record-note" onClick={(event) => isOwnClick(event) && onEdit()}>
          <NoteWords note={note} />
        </div>
      )}
      {tags.length > 0 && (
        <ul class="chips" aria-label={t('tagsLabel')}>
          {tags.map((tag) => (
            <li key={tag} class="chip chip-plain" dir="auto">
              <MarkedWords text={tag} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Mark style, note and tags of a passage, to edit. */
export function RecordFields({ model }: { readonly model: RecordModel }) {
  const record = model.record.value;
  return (
    <>
      <StyleChoice current={styleOf(record)} onChoose={model.setStyle} />
      <NoteField
        note={noteOf(record)}
        isJoined={model.isJoined.value}
        onInput={model.setNote}
        onLeave={model.saving.flush}
        focused
      />
      <TagField tags={tagsOf(record)} onChange={model.setTags} suggest={suggestTags} />
    </>
  );
}

interface ChangedWordsProps {
  readonly before: string;
  readonly now: string;
  readonly language: string | null;
}

/** What the publisher has changed of a passage since it was kept. */
export function ChangedWords({ before, now, language }: ChangedWordsProps) {
  return (
    <div class="changed">
      <h4 class="changed-title">{t('changedTitle')}</h4>
      <DifferenceWords before={before} now={now} language={language} />
    </div>
  );
}
