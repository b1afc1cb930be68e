import { type Attention, createAttention } from './attention.ts';
import { createSurface, type HighlightSurface } from './highlight-surface.ts';
import type { MarkStyle, Theme } from './highlight-styles.ts';
import { isGone } from './is-gone.ts';
import { createThrift, type Thrift } from './thrift.ts';
import { type Ground, themeAt } from './page-theme.ts';
import { watchTheme } from './watch-theme.ts';

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
  /** Hides all marks, or shows them again. What is open and a flash are shown all the same. */
  setVisible(visible: boolean): void;
  /**
   * Whether to paint only what is in the window, and that while somebody may be reading: the page changes all the time. What is open
   * and a flash are shown all the same.
   */
  setThrifty(isThrifty: boolean): void;
}

/** Longer than a smooth scroll through a long page, and than a popup takes to close over it. */
const FLASH_MS = 2500;
/** How often to see whether the page has thrown our highlights out. */
const CHECK_MS = 400;

/** A mark as it was painted: on which surface, in which theme. */
interface Placed {
  readonly mark: PaintedMark;
  readonly surface: HighlightSurface;
  readonly theme: Theme;
}

/**
 * A painter for a document and the same-origin frames in it. When the signal aborts, everything is taken back.
 * Where the browser has no highlights nothing is painted.
 */
export function createPainter(document: Document, signal: AbortSignal): Painter {
  const surfaces = new Map<Document, HighlightSurface | null>();
  // Firefox throws when a content script walks through a Highlight: what is painted is kept here.
  const painted = new Map<string, Placed>();
  let visible = true;
  let thrift: Thrift<Placed> | null = null;
  let attention: Attention | null = null;
  let isThere = true;
  let restored = false;
  let takeFlash: (() => unknown) | null = null;
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  const isShown = (style: MarkStyle): boolean =>
    (visible && isThere) || style === 'flash' || style === 'open';
  const showAll = (): void => {
    if (!signal.aborted) for (const surface of surfaces.values()) surface?.show(isShown);
  };
  const setThere = (next: boolean): void => {
    if (next === isThere) return;
    isThere = next;
    showAll();
  };
  const isOpen = (): boolean => [...painted.values()].some(({ mark }) => mark.style === 'open');
  const surfaceOf = (range: Range): HighlightSurface | null => {
    const own = range.startContainer.ownerDocument ?? document;
    let surface = surfaces.get(own);
    if (surface === undefined) {
      surface = createSurface(own, signal);
      surface?.show(isShown);
      surfaces.set(own, surface);
      attention?.also(own);
    }
    return surface;
  };
  const place = (mark: PaintedMark, themes: Themes): void => {
    const surface = surfaceOf(mark.range);
    if (!surface) return;
    const theme = themeIn(mark.range, themes);
    surface.add(mark.range, mark.style, theme);
    painted.set(mark.id, { mark, surface, theme });
  };
  const take = ({ mark, surface, theme }: Placed): void => {
    if (!isGone(mark.range)) surface.delete(mark.range, mark.style, theme);
    painted.delete(mark.id);
  };
  const put = (placed: Placed, isNear: boolean): void => {
    const { mark, surface, theme } = placed;
    // It may have been taken since it was looked for.
    if (painted.get(mark.id) !== placed || isGone(mark.range)) return;
    if (isNear) surface.add(mark.range, mark.style, theme);
    else surface.delete(mark.range, mark.style, theme);
  };
  const forgetFrames = (): void => {
    for (const [own, surface] of surfaces) if (surface?.isGone()) surfaces.delete(own);
  };
  const restoreOnce = (): void => {
    if (restored || painted.size === 0) return;
    forgetFrames();
    const broken = [...surfaces.values()].filter((surface) => surface?.isBroken());
    if (broken.length === 0) return;
    restored = true;
    for (const surface of broken) surface?.restore();
  };

  const timer = setInterval(restoreOnce, CHECK_MS);
  watchTheme(document, signal, () => {
    const themes = newThemes();
    for (const placed of painted.values()) {
      if (isGone(placed.mark.range) || themeIn(placed.mark.range, themes) === placed.theme) continue;
      take(placed);
      place(placed.mark, themes);
    }
    thrift?.watch(painted.values());
  });
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      clearTimeout(flashTimer);
      thrift?.end();
      attention?.end();
      painted.clear();
      surfaces.clear();
    },
    { once: true },
  );

  return {
    paint(marks) {
      if (signal.aborted) return;
      // Whose popover closes now has been at work in it.
      if (isOpen()) attention?.note();
      const wanted = new Map(marks.map((mark) => [mark.id, mark]));
      for (const placed of painted.values()) {
        const { id, style, range } = placed.mark;
        const next = wanted.get(id);
        if (!next || isGone(range) || next.style !== style || !isSameRange(next.range, range)) take(placed);
      }
      forgetFrames();
      const themes = newThemes();
      const fresh = [...wanted.values()].filter(({ id }) => !painted.has(id));
      // All are asked before the first is painted: after that each question would have the page laid out anew.
      for (const { range } of fresh) themeIn(range, themes);
      for (const mark of fresh) place(mark, themes);
      thrift?.watch(painted.values());
    },
    flash(range, duration = FLASH_MS) {
      const surface = surfaceOf(range);
      if (signal.aborted || !surface) return;
      attention?.note();
      clearTimeout(flashTimer);
      takeFlash?.();
      const theme = themeAt(range.startContainer);
      surface.add(range, 'flash', theme);
      takeFlash = () => isGone(range) || surface.delete(range, 'flash', theme);
      flashTimer = setTimeout(takeFlash, duration);
    },
    setThrifty(isThrifty) {
      const view = document.defaultView;
      if (signal.aborted || !view || isThrifty === (thrift !== null)) return;
      thrift?.end();
      attention?.end();
      thrift = isThrifty ? createThrift(view, put) : null;
      thrift?.watch(painted.values());
      attention = isThrifty ? createAttention(isOpen, setThere) : null;
      forgetFrames();
      for (const own of [document, ...surfaces.keys()]) attention?.also(own);
      setThere(true);
    },
    setVisible(next) {
      visible = next;
      attention?.note();
      showAll();
    },
  };
}

/** What has been looked at in one painting: the themes of text by its parent, and the grounds above them. */
interface Themes {
  readonly known: Map<Node | null, Theme>;
  readonly grounds: Map<Element, Ground>;
}

const newThemes = (): Themes => ({ known: new Map(), grounds: new Map() });

/** The theme where a range begins; marks of one element share it. */
function themeIn({ startContainer }: Range, { known, grounds }: Themes): Theme {
  const parent = startContainer.parentNode;
  const theme = known.get(parent) ?? themeAt(startContainer, grounds);
  known.set(parent, theme);
  return theme;
}

const isSameRange = (a: Range, b: Range): boolean =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;
