import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { PopoverFrame } from './popover-frame.tsx';

startSurface(browser.i18n, 'popoverTitle', () => <PopoverFrame />);
