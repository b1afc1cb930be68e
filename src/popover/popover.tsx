import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readChoices } from '#messaging/reader-choices.ts';
import { ReaderChoices } from '#ui/reader-choices.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { hearEscape } from './escape-keys.ts';
import { holdFocus } from './hold-focus.ts';
import { isAlone } from './is-alone.ts';
import { PopoverFrame } from './popover-frame.tsx';

holdFocus(window);
const escape = hearEscape(window);
document.documentElement.classList.toggle('alone', isAlone);
startSurface(browser.i18n, 'popoverTitle', () => (
  <ReaderChoices ask={readChoices} follow={onRevision}>
    <PopoverFrame escape={escape} />
  </ReaderChoices>
));
