import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { PopupView } from './popup-view.tsx';

startSurface(browser.i18n, 'extensionName', () => <PopupView />);
