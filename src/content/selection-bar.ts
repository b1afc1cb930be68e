import browser from 'webextension-polyfill';
import type { Intent } from '#messaging/protocol.ts';
import type { Theme } from '#page/highlight-styles.ts';
import { addOwnAnswer } from './hide-from-page.ts';
import type { Host } from './host-element.ts';
import { createPressGuard } from './press-guard.ts';

/** The shapes on the buttons, strokes on a 16 by 16 grid. */
const buttons: readonly { readonly intent: Intent; readonly label: () => string; readonly path: string }[] = [
  { intent: 'keep', label: () => browser.i18n.getMessage('keep'), path: 'M4.5 2.5h7v11L8 10.8 4.5 13.5z' },
  {
    intent: 'note',
    label: () => browser.i18n.getMessage('noteLabel'),
    path: 'M3 13l.6-2.8L11 2.8 13.2 5 5.8 12.4z',
  },
  {
    intent: 'speaker',
    label: () => browser.i18n.getMessage('quoteOf'),
    path: 'M3 11.5V8.2C3 6 4 4.6 6 4M9.5 11.5V8.2c0-2.2 1-3.6 3-4.2M3 8.3h3v3.2H3zM9.5 8.3h3v3.2h-3z',
  },
];

/** The toolbar that stands by selected text. It holds buttons and never a word of the reader's. */
export interface SelectionBar {
  readonly element: HTMLElement;
  show(theme: Theme): void;
  hide(): void;
  isShown(): boolean;
  /** Puts the focus on its first button. */
  focus(): void;
}

function createButton(document: Document, { intent, label, path }: (typeof buttons)[number]): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = intent === 'keep' ? 0 : -1;
  button.dataset['intent'] = intent;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  // Shown by the sheet: in Firefox a page that searches for words (`window.find`) gets hold of those in a closed root, and of the root.
  button.setAttribute('aria-label', label());
  button.append(svg);
  return button;
}

/** Moves the focus to the button beside the one that has it. */
function move(
  event: KeyboardEvent,
  items: readonly HTMLElement[],
  focused: Element | null,
  dir: string,
): void {
  const at = items.findIndex((item) => item === focused);
  const [forward, backward] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const step = event.key === forward ? 1 : event.key === backward ? -1 : 0;
  if (at < 0 || step === 0) return;
  event.preventDefault();
  items[(at + step + items.length) % items.length]?.focus();
}

/**
 * The toolbar, hidden, in our closed root. The events on it do not reach the page, nor, by the same token, the toolbar: they are
 * answered where they are stopped. A press that a page's script makes up is not heard.
 * @param onEscape told of the key wherever in our element the focus is
 */
export function createSelectionBar(
  host: Host,
  onChoose: (intent: Intent) => void,
  onEscape: () => void,
  signal: AbortSignal,
): SelectionBar {
  const document = host.element.ownerDocument;
  const element = document.createElement('div');
  element.className = 'bar';
  element.hidden = true;
  element.setAttribute('role', 'toolbar');
  element.setAttribute('aria-label', browser.i18n.getMessage('selectionBar'));
  // The language of our sentences, which need not be the browser's, nor run as it does.
  element.lang = browser.i18n.getMessage('localeTag');
  element.dir = element.lang === 'ar' ? 'rtl' : 'ltr';
  const items = buttons.map((button) => createButton(document, button));
  element.append(...items);
  host.root.append(element);

  const buttonAt = (event: Event): HTMLElement | null => {
    const under =
      event instanceof MouseEvent && (event.detail > 0 || event.type !== 'click')
        ? host.root.elementFromPoint(event.clientX, event.clientY)
        : host.root.activeElement;
    return under && element.contains(under) ? under.closest('button') : null;
  };
  const guard = createPressGuard();
  const bar: SelectionBar = {
    element,
    show(theme) {
      guard.shown();
      element.dataset['theme'] = theme;
      element.hidden = false;
    },
    hide() {
      if (element.contains(host.root.activeElement)) host.element.ownerDocument.body?.focus();
      element.hidden = true;
    },
    isShown: () => !element.hidden,
    focus: () => items[0]?.focus(),
  };
  addOwnAnswer((event) => {
    if (!event.isTrusted) return;
    const key = event instanceof KeyboardEvent && event.type === 'keydown' ? event : null;
    // Until a frame that is given the focus has it, its keys come here.
    if (key?.key === 'Escape') onEscape();
    if (element.hidden) return;
    if (key) move(key, items, host.root.activeElement, element.dir);
    const button = buttonAt(event);
    // The words stay selected, and the focus where it is.
    if (event.type === 'mousedown' && button) event.preventDefault();
    const isMeant = guard.isMeant(event);
    if (event.type === 'click' && button && isMeant) onChoose(button.dataset['intent'] as Intent);
  }, signal);
  return bar;
}
