import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { copiedWords, type Copied, useCopying } from '#ui/copy-buttons.tsx';
import { errorCode } from '#ui/failure-words.ts';
import { useMarkStyles } from '#ui/reader-choices.tsx';
import { Toast } from '#ui/toast.tsx';
import { TroubleLine } from '#ui/trouble-line.tsx';
import { AccessLine } from './access-line.tsx';
import { doneWords } from './done-words.ts';
import { KeepBar } from './keep-bar.tsx';
import { OthersOffer } from './others-offer.tsx';
import type { QuotationModel } from './quotation-model.ts';
import { useCopyKeys } from './use-copy-keys.ts';
import { useSaving } from './use-saving.ts';
import { UnseenNotice, useSeen } from './use-seen.tsx';

interface QuotationFootProps {
  readonly model: QuotationModel;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** What was done and the way back, and below it what can be done with the whole. */
export function QuotationFoot({ model, buttonRef }: QuotationFootProps) {
  const toast = useRef<HTMLDivElement>(null);
  const told = model.told.value;
  const isUndone = told?.how === 'undone';
  const deleted = !isUndone && told?.deed.what === 'deleted';
  const styles = useMarkStyles();
  const trouble = model.trouble.value;
  const done = doneWords(told, styles);
  const others = model.others.value;
  const [copied, setCopied] = useState<Copied | null>(null);
  const isTold = copied === null && done !== null;
  const seen = useSeen();
  const { citation, link } = useCopying(model.passage, model.view.article, setCopied, true);
  const copying = { citation: seen(citation), link: seen(link) };
  const saveFile = seen(useSaving(model.passage, model.view.article, setCopied));
  useEffect(() => setCopied(null), [told]);
  useEffect(() => {
    // Said for a while; what can be taken back is told again then.
    const timer = setTimeout(() => setCopied(null), 4_000);
    return () => clearTimeout(timer);
  }, [copied]);
  useCopyKeys(copying);
  // The control that had the focus is gone; the way back is what one may want next.
  useEffect(() => {
    if (deleted) toast.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [deleted]);

  return (
    <footer class="card-foot">
      {trouble !== null && <TroubleLine code={errorCode(trouble)} />}
      <UnseenNotice />
      <AccessLine />
      {others !== null && <OthersOffer others={others} onAccept={model.correctOthers} />}
      <div ref={toast}>
        <Toast
          text={copied === null ? done : copiedWords(copied)}
          onUndo={isTold && !isUndone ? model.undo.value?.back : undefined}
          onRedo={isTold && isUndone ? () => void model.redoLast() : undefined}
        />
      </div>
      <KeepBar model={model} copying={copying} onSaveFile={saveFile} buttonRef={buttonRef} />
    </footer>
  );
}
