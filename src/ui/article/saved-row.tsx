import type { Annotation } from '#core/annotation.ts';
import { noteOf, styleOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf } from '#core/annotation-passage.ts';
import { speakerName } from '#core/speaker-name.ts';
import type { CitedArticle } from '#core/export/plain-text.ts';
import { DragPlace } from '#ui/drag-handle.tsx';
import { MarkStyleBadge } from '#ui/mark-style-badge.tsx';
import { NotAQuotation } from '#ui/not-a-quotation.tsx';
import { NoteWords } from '#ui/note-words.tsx';
import { t } from '#ui/text.ts';
import type { FoundAs } from './article-state.ts';

interface SavedRowProps {
  readonly record: Annotation;
  readonly outcome?: FoundAs;
  /** Where it was read; shown where rows of several articles stand together. */
  readonly articleTitle?: string | undefined;
  /** What is said of its article when it is dragged out. */
  readonly article?: CitedArticle | null;
  /** Without it the row is text, not a button. */
  readonly onOpen?: (() => void) | undefined;
  /** It is a quotation after all. */
  readonly onAccept: () => void;
}

/** One kept passage: who, the words, the note, the tags, and how it was found. */
export function SavedRow({
  record,
  outcome = 'exact',
  articleTitle,
  article = null,
  onOpen,
  onAccept,
}: SavedRowProps) {
  const { quotation } = record;
  const note = noteOf(record);
  const tags = tagsOf(record);
  const rejected = quotation?.status === 'rejected';
  const content = (
    <>
      {quotation !== null && !rejected && (
        <span class="row-speaker" dir="auto">
          {speakerName(quotation) ?? t('speakerUnknown')}
        </span>
      )}
      <span class="words words-row" dir="auto">
        {exactOf(record)}
      </span>
      {note !== '' && (
        <span class="row-note">
          <NoteWords note={note} still />
        </span>
      )}
      <span class="row-meta">
        {outcome === 'changed' && <span class="badge badge-changed">{t('outcomeChanged')}</span>}
        <MarkStyleBadge style={styleOf(record)} />
        {tags.map((tag) => (
          <span key={tag} class="chip chip-plain" dir="auto">
            {tag}
          </span>
        ))}
        {articleTitle !== undefined && <cite dir="auto">{articleTitle}</cite>}
      </span>
    </>
  );
  return (
    <>
      <DragPlace annotation={record} article={article}>
        {onOpen === undefined ? (
          <div class="row row-still">{content}</div>
        ) : (
          <button type="button" class="row" onClick={onOpen}>
            {content}
          </button>
        )}
      </DragPlace>
      {rejected && <NotAQuotation onTakeBack={onAccept} />}
    </>
  );
}
