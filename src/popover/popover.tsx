import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readMarkStyles } from '#messaging/mark-styles.ts';
import { MarkStyles } from '#ui/mark-styles.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { holdFocus } from './hold-focus.ts';
import { PopoverFrame } from './popover-frame.tsx';

holdFocus(window);
startSurface(browser.i18n, 'popoverTitle', () => (
  <MarkStyles ask={readMarkStyles} follow={onRevision}>
    <PopoverFrame />
  </MarkStyles>
));
