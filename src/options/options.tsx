import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { OptionsView } from './options-view.tsx';

startSurface(browser.i18n, 'optionsTitle', () => <OptionsView />);
