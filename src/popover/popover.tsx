import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { holdFocus } from './hold-focus.ts';
import { PopoverFrame } from './popover-frame.tsx';

holdFocus(window);
startSurface(browser.i18n, 'popoverTitle', () => <PopoverFrame />);
