import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { noteOf, styleOf, tagsOf } from '#core/annotation-edit.ts';
import { exactOf, quoteOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import { textFragmentLink } from '#core/text-fragment.ts';
import { request } from '#messaging/client.ts';
import { exportPort } from '#messaging/export-port.ts';
import type { Version } from '#messaging/library-protocol.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { CopyRow } from '#ui/copy-buttons.tsx';
import { DragPlace } from '#ui/drag-handle.tsx';
import { ExportButton } from '#ui/export/export-button.tsx';
import { MarkStyleBadge } from '#ui/mark-style-badge.tsx';
import { NotAQuotation } from '#ui/not-a-quotation.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { SaveLine } from '#ui/save-line.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { t } from '#ui/text.ts';
import { useFlush } from '#ui/use-flush.ts';
import { RecordHeading, RecordPlace } from './record-heading.tsx';
import { createRecordModel } from './record-model.ts';
import { ChangedWords, RecordFields, RecordWords } from './record-words.tsx';

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
  const { saving } = model;

  return (
    <article class="record">
      <RecordHead
        hit={{ annotation: record, article }}
        show={show}
        onAccept={model.accept}
        onDelete={onDelete}
      />
      {rejected && show === 'article' && <NotAQuotation onTakeBack={model.accept} />}
      <DragPlace annotation={record} article={article}>
        <QuotedWords words={exactOf(record)} language={article.language} />
      </DragPlace>
      {!editing && <MarkStyleBadge style={styleOf(record)} />}
      {show === 'both' && <RecordPlace article={article} id={id} />}
      {version?.outcome === 'changed' && version.exact !== null && (
        <ChangedWords before={exactOf(record)} now={version.exact} language={article.language} />
      )}
      {editing ? (
        <RecordFields model={model} />
      ) : (
        <RecordWords note={note} tags={tags} onEdit={() => setEditing(true)} />
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
        <PlaceLink annotation={record} source={article.source} />
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

interface RecordHeadProps extends Pick<RecordCardProps, 'hit' | 'show' | 'onDelete'> {
  readonly onAccept: () => void;
}

/** Where a passage is from or who says it, whose word that is, and the way to the trash. */
function RecordHead({ hit, show, onAccept, onDelete }: RecordHeadProps) {
  const { article } = hit;
  const { id, quotation } = hit.annotation;
  const rejected = quotation?.status === 'rejected';
  return (
    <div class="record-head">
      <RecordHeading
        article={article}
        quotation={quotation}
        id={id}
        show={show === 'article' ? 'article' : rejected ? 'nothing' : 'speaker'}
      />
      {rejected && show !== 'article' && <NotAQuotation onTakeBack={onAccept} />}
      {quotation !== null && !rejected && quotation.status !== 'detected' && (
        <StatusBadge status={quotation.status} />
      )}
      <IconButton icon="trash" label={t('delete')} onClick={onDelete} />
    </div>
  );
}

/** The way to where a passage stands in its article, if the web has it. */
function PlaceLink({ annotation, source }: { readonly annotation: Annotation; readonly source: string }) {
  const quote = quoteOf(annotation);
  const link = quote === null ? source : textFragmentLink(source, quote);
  if (!/^https?:/u.test(link)) return null;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {t('openArticle')}
    </a>
  );
}
