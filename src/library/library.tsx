import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readChoices } from '#messaging/reader-choices.ts';
import { ReaderChoices } from '#ui/reader-choices.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { LibraryView } from './library-view.tsx';

startSurface(browser.i18n, 'libraryTitle', () => (
  <ReaderChoices ask={readChoices} follow={onRevision}>
    <LibraryView />
  </ReaderChoices>
));
