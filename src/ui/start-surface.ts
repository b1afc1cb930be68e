import { type ComponentChild, render } from 'preact';
import { connectText, currentLocale, type MessageKey, type MessageSource, t } from './text.ts';

/** The part of `browser.i18n` that a surface needs. */
export interface Internationalisation {
  getMessage: MessageSource;
  readonly getUILanguage: () => string;
}

/**
 * Starts a surface: connects its sentences, sets the page's language, direction and title, and draws.
 * `draw` is called after the sentences are connected.
 */
export function startSurface(
  i18n: Internationalisation,
  titleKey: MessageKey,
  draw: () => ComponentChild,
): void {
  connectText((key, substitutions) => i18n.getMessage(key, substitutions), i18n.getUILanguage());
  const root = document.documentElement;
  root.lang = currentLocale();
  // The browser's own direction says nothing where we do not speak its language.
  const isSpoken = i18n.getUILanguage().startsWith(i18n.getMessage('localeTag'));
  root.dir = isSpoken && i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  document.title = t(titleKey);
  const main = document.querySelector('#root');
  if (main !== null) render(draw(), main);
}
