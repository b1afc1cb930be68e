import { useEffect, useMemo, useState } from 'preact/hooks';
import { onRevision } from '#messaging/client.ts';
import { followReading, type ReadingPlace } from '#messaging/reading-channel.ts';
import { createDeskModel } from '#ui/article/desk-model.ts';
import { DeskView } from '#ui/article/desk-view.tsx';
import { useRowKeys } from '#ui/use-row-keys.ts';
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

  useRowKeys();

  const state = desk.tab.state.value;
  const [tabId, source] = state.state === 'article' ? [state.tabId, state.article.source] : [null, null];
  const [lit, setLit] = useState<ReadingPlace>(null);
  useEffect(() => {
    setLit(null);
    if (tabId === null) return;
    const following = new AbortController();
    followReading(tabId, setLit, following.signal);
    return () => following.abort();
  }, [tabId, source]);

  return <DeskView desk={desk} lit={lit} />;
}
