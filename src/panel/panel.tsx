import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { PanelView } from './panel-view.tsx';

startSurface(browser.i18n, 'extensionName', () => <PanelView />);
