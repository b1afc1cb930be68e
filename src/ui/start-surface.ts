import { type ComponentChild, render } from 'preact';
import { keepSentences } from './kept-sentences.ts';
import {
  connectText,
  currentLocale,
  type MessageKey,
  type MessageSource,
  speaksRightToLeft,
  t,
} from './text.ts';

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
  const sentences = keepSentences((key, substitutions) => i18n.getMessage(key, substitutions));
  connectText(sentences, i18n.getUILanguage());
  const root = document.documentElement;
  root.lang = currentLocale();
  // Not the browser's direction: it may speak a language that we do not, and Chromium says 'ltr' for Arabic on Linux.
  root.dir = speaksRightToLeft() ? 'rtl' : 'ltr';
  document.title = t(titleKey);
  const main = document.querySelector('#root');
  if (main !== null) render(draw(), main);
}
