import { siteAccess } from '#messaging/access.ts';
import { deskPort } from '#messaging/desk-port.ts';
import type { DeskPort } from '#ui/article/desk-model.ts';

/** What the panel asks and does. It stays where it is, and may stand beside a tab that it is not told the address of. */
export const panelPort: DeskPort = {
  ...deskPort(100, () => undefined),
  access: async (tab) => (tab.url === undefined ? { state: 'unseen', origin: null } : siteAccess(tab)),
};
