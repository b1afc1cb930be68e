import { isShadowRoot } from './is-shadow-root.ts';

/** Red, green, blue (0 to 255) and alpha (0 to 1) of a computed colour, or null when it is written in another way. */
function parseColor(color: string): readonly [number, number, number, number] | null {
  const found = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:\s*[,/]\s*([\d.]+)(%?))?\s*\)$/.exec(
    color,
  );
  if (!found) return null;
  const alpha = found[4] === undefined ? 1 : Number(found[4]) / (found[5] ? 100 : 1);
  return [Number(found[1]), Number(found[2]), Number(found[3]), alpha];
}

/** The theme that a background tells; null where none does, or a picture lies there: the text tells it then. */
export type Ground = 'light' | 'dark' | null;

/** How light a colour looks, 0 to 1 (Rec. 709 weights on gamma-coded values, which is enough to tell light from dark). */
const lightness = ([red, green, blue]: readonly [number, number, number, number]): number =>
  (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;

/**
 * Whether the page is light or dark where a node stands: by the first background that can be seen from there, else
 * by its text's colour, which is the other way round. `light` when nothing is known.
 * @param grounds what was found on the way up from other nodes, of one moment: each element is looked at once, however deep all lie
 */
export function themeAt(node: Node, grounds: Map<Element, Ground> = new Map()): 'light' | 'dark' {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!element || !view) return 'light';
  const passed: Element[] = [];
  let ground: Ground = null;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const known: Ground | undefined = grounds.get(at);
    if (known !== undefined) {
      ground = known;
      break;
    }
    // Known from here on: a form with a field called `parentElement` has no end above it.
    grounds.set(at, null);
    passed.push(at);
    const style = view.getComputedStyle(at);
    if (style.backgroundImage !== '' && style.backgroundImage !== 'none') break;
    const color = parseColor(style.backgroundColor);
    if (!color || color[3] <= 0.5) continue;
    ground = lightness(color) < 0.45 ? 'dark' : 'light';
    break;
  }
  for (const one of passed) grounds.set(one, ground);
  if (ground) return ground;
  const text = parseColor(view.getComputedStyle(element).color);
  return text && lightness(text) > 0.6 ? 'dark' : 'light';
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return isShadowRoot(root) ? root.host : null;
}
