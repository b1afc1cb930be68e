import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readChoices } from '#messaging/reader-choices.ts';
import { ReaderChoices } from '#ui/reader-choices.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { PopupView } from './popup-view.tsx';
import { showUnshown } from './show-unshown.ts';

void showUnshown().catch(() => false);
startSurface(browser.i18n, 'extensionName', () => (
  <ReaderChoices ask={readChoices} follow={onRevision}>
    <PopupView />
  </ReaderChoices>
));
