import { useEffect, useMemo } from 'preact/hooks';
import { onRevision } from '#messaging/client.ts';
import { createDeskModel } from '#ui/article/desk-model.ts';
import { DeskView } from '#ui/article/desk-view.tsx';
import { followTab } from './follow-tab.ts';
import { panelPort } from './panel-port.ts';

/** The side panel: the article of the active tab, whichever that is. */
export function PanelView() {
  const end = useMemo(() => new AbortController(), []);
  const desk = useMemo(() => createDeskModel(panelPort, end.signal), [end]);

  useEffect(() => {
    desk.refresh();
    onRevision(desk.refresh, end.signal);
    followTab(desk.refresh, end.signal);
    return () => end.abort();
  }, [desk, end]);

  return <DeskView desk={desk} />;
}
