import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { LibraryView } from './library-view.tsx';

startSurface(browser.i18n, 'libraryTitle', () => <LibraryView />);
