import { frameBody, openRoot } from './shown-children.ts';

/** What has the focus without taking text: a key that is pressed on it is no letter. */
const pressed =
  'a, area, button, summary, audio, video, [tabindex], input:is([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=image], [type=range], [type=color], [type=file])';

/** The element that has the focus, inside open shadow roots and same-origin frames. */
function focused(document: Document): Element | null {
  let element = document.activeElement;
  while (element) {
    const tree: DocumentOrShadowRoot | null = openRoot(element) ?? frameBody(element)?.ownerDocument ?? null;
    if (!tree?.activeElement) return element;
    element = tree.activeElement;
  }
  return null;
}

/**
 * Whether the reader may be typing on the page: in a field, in editable text, or in something that we cannot see into (a closed
 * shadow root, a frame of another origin), where it may be either. Text that an input method is composing has its field's focus.
 */
export function isTyping(document: Document): boolean {
  const element = focused(document);
  if (!element) return false;
  const { ownerDocument, parentElement } = element;
  if (ownerDocument.designMode === 'on' || (element as HTMLElement).isContentEditable) return true;
  // The body, or what stands beside it: our own element, in which the popover is.
  if (element === ownerDocument.documentElement || parentElement === ownerDocument.documentElement)
    return false;
  return element.matches('[role=textbox], [role=searchbox], [role=combobox]') || !element.matches(pressed);
}
