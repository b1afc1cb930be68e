import { siteAccess } from '#messaging/access.ts';
import { deskPort } from '#messaging/desk-port.ts';
import { panelOpener } from '#messaging/open-panel.ts';
import type { DeskPort } from '#ui/article/desk-model.ts';

const port = deskPort(50, () => close());

const openPanel = panelOpener();

/** What the popup asks and does. It closes itself when it has sent the reader elsewhere. */
export const popupPort: DeskPort = {
  ...port,
  access: siteAccess,
  async reveal(tabId, place) {
    const stands = await port.reveal(tabId, place);
    // Where a lost passage may have stood is not always known: the popup says so then.
    if (stands || place.type !== 'possible') close();
    return stands;
  },
  ...(openPanel !== null && {
    async openPanel() {
      await openPanel();
      close();
    },
  }),
};
