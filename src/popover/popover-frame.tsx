import { useCallback, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Span } from '#core/text.ts';
import { request } from '#messaging/client.ts';
import { followSubject } from '#messaging/popover-channel.ts';
import { IconButton } from '#ui/button.tsx';
import { FailureNotice } from '#ui/failure-notice.tsx';
import { t } from '#ui/text.ts';
import { useKeptFocus } from '#ui/use-kept-focus.ts';
import { isSiteTaken } from './access-line.tsx';
import { heardWords } from './heard-words.ts';
import { isAlone } from './is-alone.ts';
import type { EscapeKeys } from './escape-keys.ts';
import { PersonCard } from './person-card.tsx';
import { QuotationCard } from './quotation-card.tsx';
import { reportHeight } from './report-height.ts';
import { followUnsent } from './unsent.ts';
import { watchLeaving } from './watch-leaving.ts';
import { useSubject } from './use-subject.ts';
import { useTabInside } from './use-tab-inside.ts';

/** Where the focus goes when its control is gone: to the way back, the one thing to do, else the note. */
const homes = [
  '.toast button',
  '.not-a-quotation button',
  '.keep-bar .button-primary',
  'textarea',
  '.note-head button',
  '.card .button',
];

/** The popover's frame: shows the subject that the page has prepared under a one-time id, and the next when there is one. */
export function PopoverFrame({ escape }: { readonly escape: EscapeKeys }) {
  const [id, setId] = useState('');
  const [dragged, setDragged] = useState<Span | null>(null);
  const titleId = useId();
  const root = useRef<HTMLDivElement>(null);

  // All that leads to the first height is done with the drawing: an effect after it waits for a frame, which comes late while nobody sees it.
  useLayoutEffect(() => {
    if (isAlone) {
      setId(location.hash.slice(1));
      return undefined;
    }
    const controller = new AbortController();
    // Without an answer the frame stays empty and unseen: the extension was just updated.
    const onEnded = (): void => void (isSiteTaken.value = true);
    followSubject(setId, controller.signal, setDragged, onEnded).then(
      () => followUnsent(request, controller.signal),
      () => null,
    );
    return () => controller.abort();
  }, []);

  const { shown, retry, changes } = useSubject(id);
  useLayoutEffect(() => setDragged(null), [id]);

  useLayoutEffect(() => {
    const element = root.current;
    // The page shows the frame at the first height it hears, so it hears none before there is something to see.
    if (element === null || shown === null || isAlone) return undefined;
    const controller = new AbortController();
    const tell = (height: number): void => void request('popover.resize', { id, height }).catch(() => null);
    reportHeight(element, tell, controller.signal);
    return () => controller.abort();
  }, [id, shown]);

  useLayoutEffect(() => {
    if (id === '' || isAlone) return undefined;
    const controller = new AbortController();
    watchLeaving(window, () => void request('popover.left', { id }).catch(() => null), controller.signal);
    return () => controller.abort();
  }, [id]);

  useKeptFocus(root, homes);

  const closed = useRef('');
  const close = useCallback(() => {
    // A second Escape must not reach what is opened next, whose id has not come yet.
    if (closed.current === id) return;
    closed.current = id;
    request('popover.close', { id }).catch(() => {
      // The page's script is not reached any more, as after an update; but it hears when anything else is loaded into its frame.
      if (!isAlone) location.replace('about:blank');
    });
    if (isAlone) location.replace('../popup/popup.html');
  }, [id]);

  // Until it is known what is open there is nothing to close.
  useLayoutEffect(() => (id === '' ? undefined : escape.follow(close)), [id, close, escape]);
  useTabInside(root);

  return (
    <main>
      <div class="popover" ref={root} role="dialog" aria-labelledby={titleId} aria-busy={shown === null}>
        <h1 class="heard" id={titleId}>
          {t('popoverTitle')}
        </h1>
        <p class="heard" role="status">
          {shown !== null && 'view' in shown && heardWords(shown.view)}
        </p>
        <div class="popover-close">
          <IconButton icon="close" label={t('close')} onClick={close} />
        </div>
        {shown !== null && 'error' in shown && <FailureNotice error={shown.error} onRetry={retry} />}
        {shown !== null && 'view' in shown && shown.view.type === 'quotation' && (
          <QuotationCard key={id} id={id} view={shown.view} dragged={dragged} changes={changes} />
        )}
        {shown !== null && 'view' in shown && shown.view.type === 'person' && (
          <PersonCard key={id} id={id} view={shown.view} changes={changes} />
        )}
      </div>
    </main>
  );
}
