import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { noteOf, styleOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf, quoteOf } from '#core/annotation-passage.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import { suggestTags } from '#messaging/suggest-tags.ts';
import { request } from '#messaging/client.ts';
import { exportPort } from '#messaging/export-port.ts';
import type { Version } from '#messaging/library-protocol.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { CopyRow } from '#ui/copy-buttons.tsx';
import { DragPlace } from '#ui/drag-handle.tsx';
import { DifferenceWords } from '#ui/difference-words.tsx';
import { ExportButton } from '#ui/export/export-button.tsx';
import { isOwnClick } from '#ui/is-own-click.ts';
import { MarkStyleBadge } from '#ui/mark-style-badge.tsx';
import { MarkedWords } from '#ui/marked-words.tsx';
import { NoteField } from '#ui/note-field.tsx';
import { NoteWords } from '#ui/note-words.tsx';
import { NotAQuotation } from '#ui/not-a-quotation.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { StyleChoice } from '#ui/style-choice.tsx';
import { TagField } from '#ui/tag-field.tsx';
import { t } from '#ui/text.ts';
import { useFlush } from '#ui/use-flush.ts';
import { RecordHeading, RecordPlace } from './record-heading.tsx';
import { createRecordModel } from './record-model.ts';

interface RecordCardProps {
  readonly hit: SearchHit;
  /** Show the article (by person), the speaker (by article), or both. */
  readonly show: 'article' | 'speaker' | 'both';
  /** How it stood on the page at the last visit, where that was not as kept. */
  readonly version?: Version | undefined;
  readonly onDelete: () => void;
}

/** One kept passage, with its note and tags to read and to edit. */
export function RecordCard({ hit, show, version, onDelete }: RecordCardProps) {
  const { article } = hit;
  const { id } = hit.annotation;
  // One model a record: a refetch brings a new object for the same record, and must not lose what is being typed.
  const model = useMemo(() => createRecordModel(hit, request), [id]);
  const [editing, setEditing] = useState(false);
  // Before it is drawn: an effect would come a frame later, and in a tab in the background a second or two.
  useLayoutEffect(() => model.adopt(hit.annotation), [model, hit]);
  useFlush(model.saving);

  const record = model.record.value;
  const { quotation } = record;
  const rejected = quotation?.status === 'rejected';
  const note = noteOf(record);
  const tags = tagsOf(record);
  const quote = quoteOf(record);
  const link = quote === null ? article.source : textFragmentLink(article.source, quote);
  const { saving } = model;

  return (
    <article class="record">
      <div class="record-head">
        <RecordHeading
          article={article}
          quotation={quotation}
          id={id}
          show={show === 'article' ? 'article' : rejected ? 'nothing' : 'speaker'}
        />
        {rejected && show !== 'article' && <NotAQuotation onTakeBack={model.accept} />}
        {quotation !== null && !rejected && quotation.status !== 'detected' && (
          <StatusBadge status={quotation.status} />
        )}
        <IconButton icon="trash" label={t('delete')} onClick={onDelete} />
      </div>
      {rejected && show === 'article' && <NotAQuotation onTakeBack={model.accept} />}
      <DragPlace annotation={record} article={article}>
        <QuotedWords words={exactOf(record)} language={article.language} />
      </DragPlace>
      {!editing && <MarkStyleBadge style={styleOf(record)} />}
      {show === 'both' && <RecordPlace article={article} id={id} />}
      {version?.outcome === 'changed' && version.exact !== null && (
        <div class="changed">
          <h4 class="changed-title">{t('changedTitle')}</h4>
          <DifferenceWords before={exactOf(record)} now={version.exact} language={article.language} />
        </div>
      )}
      {editing ? (
        <>
          <StyleChoice current={styleOf(record)} onChoose={model.setStyle} />
          <NoteField
            note={note}
            isJoined={model.isJoined.value}
            onInput={model.setNote}
            onLeave={saving.flush}
            focused
          />
          <TagField tags={tags} onChange={model.setTags} suggest={suggestTags} />
        </>
      ) : (
        <>
          {note !== '' && (
            <div class="record-note" onClick={(event) => isOwnClick(event) && setEditing(true)}>
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
      )}
      <div class="record-foot">
        <Button
          look="quiet"
          icon={editing ? 'check' : 'note'}
          expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {editing ? t('done') : note === '' && tags.length === 0 ? t('addNote') : t('editNote')}
        </Button>
        {/^https?:/u.test(link) && (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {t('openArticle')}
          </a>
        )}
        <CopyRow annotation={record} article={article} />
        <ExportButton
          scopes={[{ label: t('exportOne'), title: '', port: exportPort({ ids: [record.id] }) }]}
          isIcon
        />
        <SaveLine state={saving.state.value} failure={saving.failure.value} onRetry={saving.flush} />
      </div>
    </article>
  );
}
