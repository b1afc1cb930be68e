/** An extension's browser, as far as the background uses it: it keeps its areas in memory and counts what is written to them. */

type Area = Map<string, unknown>;

export const areas = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };
/** How often something was written to an area. */
export const areaWrites = { count: 0 };
/** What was sent to tabs. */
export const sentToTabs: { readonly tabId: number; readonly name: string; readonly input: unknown }[] = [];

function areaOf(area: Area) {
  return {
    get: async (key: string | null) =>
      Object.fromEntries([...area].filter(([name]) => key === null || name === key)),
    set: async (values: Record<string, unknown>) => {
      areaWrites.count += 1;
      for (const [key, value] of Object.entries(values)) area.set(key, structuredClone(value));
    },
    remove: async (keys: string | readonly string[]) => {
      for (const key of [keys].flat()) if (area.delete(key)) areaWrites.count += 1;
    },
    onChanged: { addListener: () => {}, removeListener: () => {} },
  };
}

const noted = async (): Promise<void> => {};

/** What Node does not have: the locks by which an import says that its surface is there. */
export const fakeNavigator = {
  locks: { query: async () => ({ held: [{ name: 'on-record-import:import-of-this-library' }] }) },
  storage: { estimate: async () => ({ usage: 1_000, quota: 1_000_000_000_000 }) },
};

/** Whether the reader has given access to every server. */
export const access = { isHeld: false };

export const fakeBrowser = {
  runtime: { getPlatformInfo: noted },
  permissions: { contains: async () => access.isHeld, remove: async () => true },
  storage: { local: areaOf(areas.local), session: areaOf(areas.session) },
  action: { setBadgeText: noted, setBadgeBackgroundColor: noted, openPopup: noted },
  contextMenus: { update: noted },
  tabs: {
    get: async (id: number) => ({ id }),
    query: async () => [],
    sendMessage: async (tabId: number, message: { readonly name: string; readonly input: unknown }) => {
      sentToTabs.push({ tabId, ...message });
      return { ok: true, value: null };
    },
  },
};
