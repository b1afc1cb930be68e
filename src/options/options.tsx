import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readChoices } from '#messaging/reader-choices.ts';
import { ReaderChoices } from '#ui/reader-choices.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { OptionsView } from './options-view.tsx';

startSurface(browser.i18n, 'optionsTitle', () => (
  <ReaderChoices ask={readChoices} follow={onRevision}>
    <OptionsView />
  </ReaderChoices>
));
