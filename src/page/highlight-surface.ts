import { isShadowRoot } from './is-shadow-root.ts';
import { adoptSheet } from './adopt-sheet.ts';
import { highlightCss, MARK_STYLES, type MarkStyle, THEMES, type Theme } from './highlight-styles.ts';

/** The highlights of one document: the page's own, or that of a frame in it. */
export interface HighlightSurface {
  add(range: Range, style: MarkStyle, theme: Theme): void;
  delete(range: Range, style: MarkStyle, theme: Theme): void;
  /** Puts these styles' highlights up, and takes the others down. */
  show(isShown: (style: MarkStyle) => boolean): void;
  /** Whether the page has thrown out highlights that are up, or our sheet. */
  isBroken(): boolean;
  /** Whether its document has lost its window: it was in a frame that is gone. */
  isGone(): boolean;
  /** Puts back what the page has thrown out. */
  restore(): void;
}

/** The names of all highlights of ours. */
export const ownNames = new Set<string>();

/**
 * The surface of a document, taken back when the signal aborts. Null where the browser has no highlights (before Chrome 105,
 * Firefox 140). Highlights and sheet are made by the document's own window: none else may use them there.
 */
export function createSurface(document: Document, signal: AbortSignal): HighlightSurface | null {
  const view = document.defaultView;
  const registry = view && 'CSS' in view ? (view.CSS.highlights as HighlightRegistry | undefined) : undefined;
  if (!view || !registry || typeof view.Highlight !== 'function') return null;

  const slots = MARK_STYLES.flatMap((style, priority) =>
    THEMES.map((theme) => {
      const highlight = new view.Highlight();
      highlight.priority = priority;
      return { style, theme, name: randomName(), highlight };
    }),
  );
  type Slot = (typeof slots)[number];
  const slotOf = (style: MarkStyle, theme: Theme): Slot | undefined =>
    slots.find((slot) => slot.style === style && slot.theme === theme);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(
    THEMES.map((theme) => highlightCss(theme, (style) => slotOf(style, theme)?.name ?? '')).join('\n'),
  );
  const roots = new Set<Document | ShadowRoot>();
  let up: readonly Slot[] = [];
  // Each highlight that is up costs the browser on every paint, an empty one too.
  const used = new Set<Slot>();

  const put = (): void => {
    for (const slot of slots)
      if (used.has(slot) && up.includes(slot)) registry.set(slot.name, slot.highlight);
      else registry.delete(slot.name);
  };
  const wear = (): void => {
    for (const root of roots) adoptSheet(root, sheet, signal);
  };
  signal.addEventListener(
    'abort',
    () => {
      try {
        for (const { name, highlight } of slots) {
          registry.delete(name);
          highlight.clear();
        }
      } catch {
        // It went with its frame.
      }
    },
    { once: true },
  );
  return {
    add(range, style, theme) {
      const slot = slotOf(style, theme);
      slot?.highlight.add(range);
      if (slot && !used.has(slot)) {
        used.add(slot);
        if (up.includes(slot)) registry.set(slot.name, slot.highlight);
      }
      const root = range.startContainer.getRootNode();
      if (roots.has(document) && roots.has(root as Document | ShadowRoot)) return;
      roots.add(document);
      if (isShadowRoot(root)) roots.add(root);
      wear();
    },
    delete: (range, style, theme) => void slotOf(style, theme)?.highlight.delete(range),
    show(isShown) {
      up = slots.filter(({ style }) => isShown(style));
      put();
    },
    isGone() {
      try {
        return document.defaultView === null;
      } catch {
        // Firefox: "can't access dead object".
        return true;
      }
    },
    isBroken: () =>
      up.some((slot) => used.has(slot) && !registry.has(slot.name)) ||
      [...roots].some((root) => isInUse(root) && !root.adoptedStyleSheets.includes(sheet)),
    restore() {
      put();
      wear();
    },
  };
}

const isInUse = (root: Document | ShadowRoot): boolean => !isShadowRoot(root) || root.host.isConnected;

/** The page can read the names of highlights: one that tells it nothing, and differs from page to page. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const name = Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
  ownNames.add(name);
  return name;
}
