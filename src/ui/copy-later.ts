/**
 * Puts text on the clipboard that is still being written. The browser is asked within the click, which it would have forgotten when a long
 * text is there.
 * @param mime of the text; what is HTML is pasted with its form where that can be, and as it is written elsewhere
 * @throws what writing it throws, or when the browser does not allow it
 */
export async function copyLater(text: Promise<string>, mime: string): Promise<void> {
  const as = (type: string): Promise<Blob> => {
    const blob = text.then((words) => new Blob([words], { type }));
    // Who waits for the clipboard is told.
    blob.catch(() => null);
    return blob;
  };
  const plain = { 'text/plain': as('text/plain') };
  const types = mime === 'text/html' ? { ...plain, 'text/html': as('text/html') } : plain;
  await navigator.clipboard.write([new ClipboardItem(types)]);
}
