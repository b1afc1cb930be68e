/** What was sent to tabs, and what lies in the browser's two areas. */
export const sent: { tabId: number; name: string; input: unknown }[] = [];
export const areas = { local: new Map<string, unknown>(), session: new Map<string, unknown>() };

const area = (map: Map<string, unknown>) => ({
  get: async (key: string | null) =>
    Object.fromEntries([...map].filter(([name]) => key === null || name === key)),
  set: async (values: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(values)) map.set(key, value);
  },
  remove: async (keys: string | readonly string[]) => {
    for (const key of [keys].flat()) map.delete(key);
  },
});

/** An extension's browser, as far as the background uses it: stores in memory and remembers what it sent to tabs. */
export const browser = {
  storage: { local: area(areas.local), session: area(areas.session) },
  action: { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {} },
  tabs: {
    get: async (id: number) => ({ id }),
    query: async () => [],
    sendMessage: async (tabId: number, message: { name: string; input: unknown }) => {
      sent.push({ tabId, ...message });
      return { ok: true, value: null };
    },
  },
};
