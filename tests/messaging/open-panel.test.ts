import { afterEach, expect, test, vi } from 'vitest';
import { panelOpener } from '#messaging/open-panel.ts';

const { polyfill } = vi.hoisted(() => ({
  polyfill: { windows: { getCurrent: async () => ({ id: 7 }) } } as Record<string, unknown>,
}));
vi.mock('webextension-polyfill', () => ({ default: polyfill }));

afterEach(() => {
  delete polyfill['sidebarAction'];
  vi.unstubAllGlobals();
});

test('in Firefox it is the sidebar, opened with nothing before it: a gesture does not outlast a wait there', () => {
  const open = vi.fn(async () => undefined);
  polyfill['sidebarAction'] = { open };
  void panelOpener()?.();
  expect(open).toHaveBeenCalledOnce();
});

test('in Chromium it is the side panel of the window in front', async () => {
  const open = vi.fn(async () => undefined);
  vi.stubGlobal('chrome', { sidePanel: { open } });
  await panelOpener()?.();
  expect(open).toHaveBeenCalledWith({ windowId: 7 });
});

test('where there is neither, nothing is offered', () => {
  vi.stubGlobal('chrome', {});
  expect(panelOpener()).toBeNull();
});
