import browser from 'webextension-polyfill';
import { onRevision } from '#messaging/client.ts';
import { readChoices } from '#messaging/reader-choices.ts';
import { ReaderChoices } from '#ui/reader-choices.tsx';
import { startSurface } from '#ui/start-surface.ts';
import { createCoverGuard } from './cover-guard.ts';
import { hearEscape } from './escape-keys.ts';
import { holdFocus } from './hold-focus.ts';
import { isAlone } from './is-alone.ts';
import { PopoverFrame } from './popover-frame.tsx';
import { SeenProvider } from './use-seen.tsx';

holdFocus(window);
const escape = hearEscape(window);
// A popup of its own is covered by no page.
const guard = isAlone ? null : createCoverGuard(window);
document.documentElement.classList.toggle('alone', isAlone);
startSurface(browser.i18n, 'popoverTitle', () => (
  <ReaderChoices ask={readChoices} follow={onRevision}>
    <SeenProvider value={guard}>
      <PopoverFrame escape={escape} />
    </SeenProvider>
  </ReaderChoices>
));
