import { useEffect, useMemo, useRef } from 'preact/hooks';
import { onRevision } from '#messaging/client.ts';
import { createDeskModel } from '#ui/article/desk-model.ts';
import { DeskView } from '#ui/article/desk-view.tsx';
import { useRowKeys } from '#ui/use-row-keys.ts';
import { popupPort } from './popup-port.ts';

/** The popup: this article at one glance, and a search over everything kept. */
export function PopupView() {
  const end = useMemo(() => new AbortController(), []);
  const desk = useMemo(() => createDeskModel(popupPort, end.signal), [end]);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    desk.refresh();
    field.current?.focus();
    onRevision(desk.refresh, end.signal);
    return () => end.abort();
  }, [desk, end]);
  useRowKeys();
  useEffect(() => {
    // What has a use of its own for Escape keeps it: the search, a menu.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) close();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return <DeskView desk={desk} fieldRef={field} />;
}
