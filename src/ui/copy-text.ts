/** Words for what takes formatted text, and for what does not. */
export interface RichText {
  readonly text: string;
  readonly html: string;
}

/**
 * Puts text on the clipboard, within a few seconds of a click or key: with its form too, where it has one. A frame in a page without
 * HTTPS has no clipboard of its own, and some pages forbid it to their frames: there the browser's older way works.
 * @returns whether it is there
 */
export async function copyText(words: string | RichText): Promise<boolean> {
  const { text, html } = typeof words === 'string' ? { text: words, html: null } : words;
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard !== undefined) {
      if (html === null) await clipboard.writeText(text);
      else await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
      return true;
    }
  } catch {
    // Not allowed here.
  }
  return copyByEvent(text, html);
}

/**
 * Has the browser copy, and says what. Nothing is selected for it: that would take the focus, also out of the page when the popover
 * was closed while the citation was still being written, and the reader's keys would then end in a frame that nobody sees.
 */
function copyByEvent(text: string, html: string | null): boolean {
  let isGiven = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    event.stopImmediatePropagation();
    isGiven = event.clipboardData !== null;
  };
  document.addEventListener('copy', give, { capture: true });
  try {
    return document.execCommand('copy') && isGiven;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}
