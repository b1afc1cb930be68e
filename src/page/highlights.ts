import { adoptSheet } from './adopt-sheet.ts';
import { highlightCss, MARK_STYLES, type MarkStyle } from './highlight-styles.ts';
import { themeAt } from './page-theme.ts';

/** Something to paint. `id` is unique on the page; `range` is live and never written to. */
export interface PaintedMark {
  readonly id: string;
  readonly style: MarkStyle;
  readonly range: Range;
}

/** Paints marks with the CSS Custom Highlight API: the page's document is not changed. */
export interface Painter {
  /** Paints exactly these marks; what was painted before and is not among them goes. */
  paint(marks: readonly PaintedMark[]): void;
  /** Paints a range strongly for a while (ms). Only one at a time. */
  flash(range: Range, duration?: number): void;
  /** Hides all marks, or shows them again. A flash is shown all the same. */
  setVisible(visible: boolean): void;
}

const FLASH_MS = 1500;
/** How often to see whether the page has thrown our highlights out. */
const CHECK_MS = 1000;

/**
 * A painter for one document. When the signal aborts, everything is taken back.
 * Where the browser has no highlights (before Chrome 105, Firefox 140) nothing is painted.
 */
export function createPainter(document: Document, signal: AbortSignal): Painter {
  const view = document.defaultView;
  const registry = view && 'CSS' in view ? (CSS.highlights as HighlightRegistry | undefined) : undefined;
  if (!registry || typeof Highlight !== 'function') return { paint() {}, flash() {}, setVisible() {} };

  const names = new Map(MARK_STYLES.map((style) => [style, randomName()]));
  const nameOf = (style: MarkStyle): string => names.get(style) ?? '';
  const highlights = new Map(MARK_STYLES.map((style, priority) => [style, newHighlight(priority)]));
  // Firefox throws when a content script walks through a Highlight: what is painted is kept here.
  const painted = new Map<string, PaintedMark>();
  const sheet = new CSSStyleSheet();
  let theme: 'light' | 'dark' | null = null;
  let visible = true;
  let restored = false;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  const register = (): void => {
    for (const [style, highlight] of highlights)
      if (visible || style === 'flash') registry.set(nameOf(style), highlight);
      else registry.delete(nameOf(style));
  };

  const dress = (range: Range): void => {
    const now = themeAt(range.startContainer);
    if (now !== theme) sheet.replaceSync(highlightCss(now, nameOf));
    theme = now;
    adoptSheet(document, sheet, signal);
    const root = range.startContainer.getRootNode();
    if (root instanceof ShadowRoot) adoptSheet(root, sheet, signal);
  };

  const restoreOnce = (): void => {
    if (restored || !visible || painted.size === 0) return;
    const stands = [...names].every(([style, name]) => registry.has(name) || style === 'flash');
    if (stands) return;
    restored = true;
    register();
  };

  register();
  const timer = setInterval(restoreOnce, CHECK_MS);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      clearTimeout(flashTimer);
      for (const [style, highlight] of highlights) {
        registry.delete(nameOf(style));
        highlight.clear();
      }
      painted.clear();
    },
    { once: true },
  );

  return {
    paint(marks) {
      if (signal.aborted) return;
      const wanted = new Map(marks.map((mark) => [mark.id, mark]));
      for (const [id, mark] of painted) {
        const next = wanted.get(id);
        if (next && next.style === mark.style && isSameRange(next.range, mark.range)) continue;
        highlights.get(mark.style)?.delete(mark.range);
        painted.delete(id);
      }
      const roots = new Set<Node>();
      for (const mark of wanted.values()) {
        if (painted.has(mark.id)) continue;
        highlights.get(mark.style)?.add(mark.range);
        painted.set(mark.id, mark);
        const root = mark.range.startContainer.getRootNode();
        if (!roots.has(root)) dress(mark.range);
        roots.add(root);
      }
    },
    flash(range, duration = FLASH_MS) {
      const highlight = highlights.get('flash');
      if (signal.aborted || !highlight) return;
      clearTimeout(flashTimer);
      highlight.clear();
      highlight.add(range);
      dress(range);
      flashTimer = setTimeout(() => highlight.clear(), duration);
    },
    setVisible(next) {
      visible = next;
      if (!signal.aborted) register();
    },
  };
}

function newHighlight(priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  return highlight;
}

/** The page can read the names of highlights: one that tells it nothing, and differs from page to page. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

const isSameRange = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
