import browser from 'webextension-polyfill';

interface SidePanel {
  readonly open: (where: { readonly windowId: number }) => Promise<void>;
}

/** Chromium's own name for it, which the polyfill does not know. */
function sidePanel(): SidePanel | undefined {
  return (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
}

/**
 * What shows our panel beside the page in the window that is in front; null where the browser has no place for one (on a phone). Call it
 * straight in a click: both browsers open it for a reader's own gesture alone.
 */
export function panelOpener(): (() => Promise<void>) | null {
  const sidebar: { readonly open: () => Promise<void> } | undefined = browser.sidebarAction;
  if (sidebar !== undefined) return () => sidebar.open();
  const panel = sidePanel();
  if (panel === undefined) return null;
  return async () => {
    const { id } = await browser.windows.getCurrent();
    if (id !== undefined) await panel.open({ windowId: id });
  };
}
