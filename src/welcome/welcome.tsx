import browser from 'webextension-polyfill';
import { startSurface } from '#ui/start-surface.ts';
import { WelcomeView } from './welcome-view.tsx';

startSurface(browser.i18n, 'welcomeTitle', () => <WelcomeView />);
