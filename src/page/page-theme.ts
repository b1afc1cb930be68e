/** Red, green, blue (0 to 255) and alpha (0 to 1) of a computed colour, or null when it is written in another way. */
function parseColor(color: string): readonly [number, number, number, number] | null {
  const found = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:\s*[,/]\s*([\d.]+)(%?))?\s*\)$/.exec(
    color,
  );
  if (!found) return null;
  const alpha = found[4] === undefined ? 1 : Number(found[4]) / (found[5] ? 100 : 1);
  return [Number(found[1]), Number(found[2]), Number(found[3]), alpha];
}

/** So many elements are climbed: a form with a field called `parentElement` has no end above it. */
const FURTHEST_UP = 600;

/** How light a colour looks, 0 to 1 (Rec. 709 weights on gamma-coded values, which is enough to tell light from dark). */
const lightness = ([red, green, blue]: readonly [number, number, number, number]): number =>
  (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;

/**
 * Whether the page is light or dark where a node stands: by the first background that can be seen from there, else
 * by its text's colour, which is the other way round. `light` when nothing is known.
 */
export function themeAt(node: Node): 'light' | 'dark' {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return 'light';
  let image = false;
  let left = FURTHEST_UP;
  for (let at: Element | null = element; at && left > 0; at = parentOf(at), left--) {
    const style = view.getComputedStyle(at);
    image ||= style.backgroundImage !== '' && style.backgroundImage !== 'none';
    if (image) break;
    const color = parseColor(style.backgroundColor);
    if (color && color[3] > 0.5) return lightness(color) < 0.45 ? 'dark' : 'light';
  }
  const text = parseColor(view.getComputedStyle(element).color);
  return text && lightness(text) > 0.6 ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
