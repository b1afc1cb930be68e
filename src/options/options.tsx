import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readMarkStyles } from '#messaging/mark-styles.ts';
import { MarkStyles } from '#ui/mark-styles.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { OptionsView } from './options-view.tsx';

startSurface(browser.i18n, 'optionsTitle', () => (
  <MarkStyles ask={readMarkStyles} follow={onRevision}>
    <OptionsView />
  </MarkStyles>
));
