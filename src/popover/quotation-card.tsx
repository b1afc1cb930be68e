import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { styleKeys } from '#core/own-keys.ts';
import type { Span } from '#core/text.ts';
import { suggestTags } from '#messaging/suggest-tags.ts';
import { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { focusWhenPossible } from '#ui/focus-when-possible.ts';
import { NoteEditor } from '#ui/note-editor.tsx';
import { NotAQuotation } from '#ui/not-a-quotation.tsx';
import { QuotedWords } from '#ui/quoted-words.tsx';
import { StyleChoice } from '#ui/style-choice.tsx';
import { TagField } from '#ui/tag-field.tsx';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { ChangedWords } from './changed-words.tsx';
import { QuotationFoot } from './quotation-foot.tsx';
import { createQuotationModel } from './quotation-model.ts';
import { SpeakerOffer } from './speaker-offer.tsx';
import { SpeakerSection } from './speaker-section.tsx';
import { type Changes, useChanges } from './use-changes.ts';
import { useFlushOnLeave } from './use-flush-on-leave.ts';
import { shortcutOf, useChosenKeys, useKeepKey } from './use-keep-key.ts';
import { useStyleKeys } from './use-style-keys.ts';

type QuotationView = Extract<SubjectView, { type: 'quotation' }>;

interface QuotationCardProps {
  /** The popover's one-time id. */
  readonly id: string;
  readonly view: QuotationView;
  /** To where the reader has dragged the ends last, in the page's text. */
  readonly dragged: Span | null;
  readonly changes: Changes;
}

/** The popover on a quotation or a saved passage. */
export function QuotationCard({ id, view, dragged, changes }: QuotationCardProps) {
  const model = useMemo(() => createQuotationModel(view, request, id), [view]);
  const keepButton = useRef<HTMLButtonElement>(null);
  const noteField = useRef<HTMLElement>(null);
  useFlushOnLeave(model.saving.flush);
  useChanges(changes, model.refresh);
  const keys = useChosenKeys();
  useKeepKey(model.keep);
  useOwnKeys(keys, { takeBack: () => model.undoLast(), doAgain: () => model.redoLast() });
  useStyleKeys(model.style.value, model.setStyle);
  const isAsked = view.intent === 'speaker' && typeof view.speaker !== 'string';

  useEffect(() => {
    if (view.intent === 'keep') model.keep();
    // Chosen in the context menu.
    if (typeof view.speaker === 'string') model.correctSpeaker(view.speaker);
  }, [model, view.intent, view.speaker]);
  // With the drawing and not a frame later: a popover that has been closed by then must not take the focus from the page.
  useLayoutEffect(() => {
    const first = view.intent === 'show' ? (keepButton.current ?? noteField.current) : noteField.current;
    // The picker of a speaker takes the focus itself.
    return isAsked ? undefined : focusWhenPossible(first);
  }, [model, view.intent, isAsked]);
  useEffect(() => {
    if (dragged !== null) model.drag(dragged);
  }, [model, dragged]);

  const record = model.record.value;
  const quotation = model.quotation.value;

  return (
    <article>
      <div class="card">
        <QuotedWords words={model.shown.value.exact} language={view.article.language} />
        {view.outcome === 'changed' && record !== null && (
          <ChangedWords record={record} now={view.passage.exact} language={view.article.language} />
        )}
        {quotation?.status === 'rejected' && <NotAQuotation onTakeBack={model.accept} />}
        {quotation !== null && quotation.status !== 'rejected' && (
          <SpeakerSection model={model} quotation={quotation} asked={isAsked && view.found !== null} />
        )}
        {quotation === null && <SpeakerOffer model={model} asked={isAsked} />}
        <NoteEditor
          note={model.note.value}
          isJoined={model.isJoined.value}
          onInput={model.setNote}
          onLeave={model.saving.flush}
          onDone={model.endNote}
          asked={view.intent === 'note'}
          focusRef={noteField}
        />
        <TagField tags={model.tags.value} onChange={model.setTags} suggest={suggestTags} />
        <StyleChoice
          current={model.style.value}
          onChoose={model.setStyle}
          keys={styleKeys.map((name) => shortcutOf(keys[name]))}
        />
      </div>
      <QuotationFoot model={model} buttonRef={keepButton} />
    </article>
  );
}
