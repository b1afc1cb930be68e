import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ChosenStyle } from '#core/mark-styles/chosen-styles.ts';
import { onRevision, request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { errorCode, failureWords } from '#ui/failure-words.ts';
import { styleName, useMarkStyles } from '#ui/mark-styles.tsx';
import { NoteEditor } from '#ui/note-editor.tsx';
import { NotAQuotation } from '#ui/not-a-quotation.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { StyleChoice } from '#ui/style-choice.tsx';
import { TagField } from '#ui/tag-field.tsx';
import { t } from '#ui/text.ts';
import { Toast } from '#ui/toast.tsx';
import { ChangedWords } from './changed-words.tsx';
import { KeepBar } from './keep-bar.tsx';
import { createQuotationModel, type Undo } from './quotation-model.ts';
import { SpeakerOffer } from './speaker-offer.tsx';
import { SpeakerSection } from './speaker-section.tsx';
import { useFlushOnLeave } from './use-flush-on-leave.ts';
import { useKeepKey } from './use-keep-key.ts';
import { useStyleKeys } from './use-style-keys.ts';

type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

/** What was done, where nothing else on the card says it. */
function doneWords({ what }: Undo, style: ChosenStyle | undefined): string | null {
  switch (what) {
    case 'deleted':
      return t('deleted');
    case 'styled':
      return style === undefined ? t('styleTaken') : t('styledAs', styleName(style));
    case 'tagged':
      return t('tagsChanged');
    case 'rejected':
      return null;
  }
}

/** The popover on a quotation or a saved passage. */
export function QuotationCard({ view }: { readonly view: QuotationView }) {
  const model = useMemo(() => createQuotationModel(view, request), [view]);
  const keepButton = useRef<HTMLButtonElement>(null);
  const noteField = useRef<HTMLElement>(null);
  const toast = useRef<HTMLDivElement>(null);
  const undo = model.undo.value;
  const deleted = undo?.what === 'deleted';
  useFlushOnLeave(model.saving.flush);
  useKeepKey(model.keep);
  useStyleKeys(model.style.value, model.setStyle);
  const style = useMarkStyles().find(({ look }) => look.id === model.style.value);
  const isAsked = view.intent === 'speaker' && typeof view.speaker !== 'string';

  useEffect(() => {
    const controller = new AbortController();
    onRevision(model.refresh, controller.signal);
    if (view.intent === 'keep') model.keep();
    // Chosen in the context menu.
    if (typeof view.speaker === 'string') model.correctSpeaker(view.speaker);
    const first = view.intent === 'show' ? (keepButton.current ?? noteField.current) : noteField.current;
    // The picker of a speaker takes the focus itself.
    if (!isAsked) first?.focus({ preventScroll: true });
    return () => controller.abort();
  }, [model, view.intent, view.speaker, isAsked]);
  // The control that had the focus is gone; the way back is what one may want next.
  useEffect(() => {
    if (deleted) toast.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [deleted]);

  const record = model.record.value;
  const quotation = model.quotation.value;
  const trouble = model.trouble.value;

  return (
    <article>
      <div class="card">
        <QuotedWords words={view.passage.exact} language={view.article.language} />
        {view.outcome === 'changed' && record !== null && (
          <ChangedWords record={record} now={view.passage.exact} language={view.article.language} />
        )}
        {quotation?.status === 'rejected' && <NotAQuotation onTakeBack={model.accept} />}
        {quotation !== null && quotation.status !== 'rejected' && (
          <SpeakerSection model={model} quotation={quotation} asked={isAsked && view.found !== null} />
        )}
        {quotation === null && <SpeakerOffer model={model} asked={isAsked} />}
        <StyleChoice current={model.style.value} onChoose={model.setStyle} />
        <NoteEditor
          note={model.note.value}
          onInput={model.setNote}
          onLeave={model.saving.flush}
          asked={view.intent === 'note'}
          focusRef={noteField}
        />
        <TagField tags={model.tags.value} onChange={model.setTags} />
      </div>
      <footer class="card-foot">
        {trouble !== null && (
          <p class="trouble" role="alert">
            {failureWords(errorCode(trouble))}
          </p>
        )}
        <div ref={toast}>
          <Toast text={undo === null ? null : doneWords(undo, style)} onUndo={undo?.back} />
        </div>
        <KeepBar model={model} buttonRef={keepButton} />
      </footer>
    </article>
  );
}
