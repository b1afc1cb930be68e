import type { Page } from 'puppeteer-core';
import type { ChromiumSession } from '#scripts/driver/chromium.ts';
import type { Session } from '#scripts/driver/session.ts';
import { insideFirefox } from './firefox-inside.ts';

const extensionId = 'on-record@on-record.example';

const isChromium = (session: Session): session is ChromiumSession => 'killWorker' in session;

/**
 * Ends the background as the browser does when it has been idle, whatever it is at: the worker of Chromium, the event page of Firefox
 * (which was started with `systemAccess`). The next message starts it again.
 * @param own a page of ours
 */
export async function endBackground(session: Session, own: Page): Promise<void> {
  if (isChromium(session)) return session.killWorker(own);
  await insideFirefox<boolean>(
    session.browser,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByID('${extensionId}');
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return true;
    })()`,
  );
}
