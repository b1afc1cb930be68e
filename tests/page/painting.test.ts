// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPainter, type PaintedMark } from '#page/highlights.ts';
import { keptStyle } from '#page/highlight-styles.ts';
import { withBody } from './fixture.ts';

class FakeHighlight extends Set<Range> {
  priority = 0;
}
const registry = new Map<string, FakeHighlight>();

beforeEach(() => {
  vi.useFakeTimers();
  registry.clear();
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const mark = (id: string, style: PaintedMark['style'], selector: string): PaintedMark => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector) ?? document.body);
  return { id, style, range };
};
const painted = (): string[] =>
  [...registry.values()].flatMap((highlight) => [...highlight].map(String)).toSorted();

describe('painter', () => {
  test('paints, repaints only what has changed, and takes everything back', () => {
    withBody('<p id="a">one</p><p id="b">two</p>');
    const before = document.documentElement.outerHTML;
    const end = new AbortController();
    const painter = createPainter(document, end.signal);
    const first = mark('1', 'quotation', '#a');
    painter.paint([first, mark('2', 'person', '#b')]);
    expect(painted()).toEqual(['one', 'two']);
    painter.paint([mark('1', 'quotation', '#a'), mark('3', 'saved', '#b')]);
    expect([...registry.values()].some((highlight) => highlight.has(first.range))).toBe(true);
    expect(painted()).toEqual(['one', 'two']);
    expect(document.adoptedStyleSheets).toHaveLength(1);
    expect(document.documentElement.outerHTML).toBe(before);
    end.abort();
    expect(registry.size).toBe(0);
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  test('a mark style has its highlight from the first passage that has it, and none before', () => {
    withBody('<p id="a">one</p><p id="b">two</p>');
    const end = new AbortController();
    const painter = createPainter(document, end.signal);
    painter.paint([mark('1', 'saved', '#a')]);
    expect(registry.size).toBe(1);
    painter.paint([mark('1', keptStyle('green'), '#a'), mark('2', keptStyle('green'), '#b')]);
    expect([...registry.values()].map((highlight) => [...highlight].map(String))).toEqual([
      [],
      ['one', 'two'],
    ]);
    painter.setVisible(false);
    expect(painted()).toEqual([]);
    painter.setVisible(true);
    expect(painted()).toEqual(['one', 'two']);
    end.abort();
    expect(registry.size).toBe(0);
  });

  test('a style that this version does not know is painted as what has none', () => {
    expect(keptStyle('of-a-later-version')).toBe('saved');
    expect(keptStyle(null)).toBe('saved');
  });

  test('names differ from page to page and say nothing', () => {
    withBody('<p id="a">one</p>');
    const end = new AbortController();
    createPainter(document, end.signal).paint([mark('1', 'saved', '#a')]);
    const names = [...registry.keys()];
    createPainter(document, end.signal).paint([mark('1', 'saved', '#a')]);
    expect(registry.size).toBe(2 * names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]{10}$/);
    end.abort();
  });

  test('comes back once when the page has cleared the highlights', () => {
    withBody('<p id="a">one</p>');
    const end = new AbortController();
    const painter = createPainter(document, end.signal);
    painter.paint([mark('1', 'saved', '#a')]);
    registry.clear();
    vi.advanceTimersByTime(1500);
    expect(painted()).toEqual(['one']);
    registry.clear();
    vi.advanceTimersByTime(10_000);
    expect(painted()).toEqual([]);
    end.abort();
  });

  test('hides and shows', () => {
    withBody('<p id="a">one</p>');
    const end = new AbortController();
    const painter = createPainter(document, end.signal);
    painter.paint([mark('1', 'saved', '#a')]);
    painter.setVisible(false);
    expect(painted()).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(painted()).toEqual([]);
    painter.flash(mark('x', 'flash', '#a').range);
    expect(painted()).toEqual(['one']);
    vi.advanceTimersByTime(2600);
    expect(painted()).toEqual([]);
    painter.setVisible(true);
    expect(painted()).toEqual(['one']);
    end.abort();
  });

  test('without the API nothing happens', () => {
    vi.stubGlobal('CSS', {});
    const painter = createPainter(document, new AbortController().signal);
    expect(() => painter.paint([mark('1', 'saved', 'body')])).not.toThrow();
  });
});

describe('on a page that never rests', () => {
  type Entry = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting'> & { boundingClientRect: DOMRect };
  let tell: (entries: Entry[]) => void = () => {};
  let observed: Element[] = [];
  class FakeObserver {
    constructor(callback: typeof tell) {
      tell = callback;
    }
    observe(element: Element): void {
      observed.push(element);
    }
    disconnect(): void {
      observed = [];
    }
  }
  const end = new AbortController();
  const say = (selector: string, isIntersecting: boolean, height = 20): void => {
    const target = document.querySelector(selector) ?? document.body;
    tell([{ target, isIntersecting, boundingClientRect: new DOMRect(0, 0, height * 30, height) }]);
  };
  beforeEach(() => vi.stubGlobal('IntersectionObserver', FakeObserver));

  test('only what is near is painted, and everything again when it rests', () => {
    withBody('<p id="a">one</p><p id="b">two</p>');
    const painter = createPainter(document, end.signal);
    painter.paint([mark('1', 'saved', '#a'), mark('2', 'saved', '#b')].map((one) => inText(one)));
    painter.setThrifty(true);
    say('#b', false);
    expect(painted()).toEqual(['one']);
    say('#b', true);
    expect(painted()).toEqual(['one', 'two']);
    say('#b', false);
    painter.setThrifty(false);
    expect(painted()).toEqual(['one', 'two']);
    painter.paint([]);
  });

  test('a mark is near when any of its paragraphs is, or when what holds it has no box', () => {
    withBody('<article><p id="a">one</p><p id="b">two</p></article><p id="c">three</p>');
    const painter = createPainter(document, end.signal);
    const across = mark('1', 'saved', 'article');
    const [first, last] = ['#a', '#b'].map((id) => document.querySelector(id)?.firstChild ?? document.body);
    if (first && last) {
      across.range.setStart(first, 1);
      across.range.setEnd(last, 2);
    }
    painter.paint([across, inText(mark('2', 'saved', '#c'))]);
    painter.setThrifty(true);
    expect(observed.map(({ nodeName }) => nodeName)).toEqual(['ARTICLE', 'P']);
    say('#c', false, 0);
    expect(painted()).toEqual(['netw', 'three']);
    say('article', false);
    expect(painted()).toEqual(['three']);
    end.abort();
  });
});

test('on a page that never rests marks go when nobody has been there for a minute, and come back at once', () => {
  withBody('<p id="a">one</p><p id="b">two</p>');
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  const end = new AbortController();
  const painter = createPainter(document, end.signal);
  const kept = inText(mark('1', 'saved', '#a'));
  const open = inText(mark('2', 'open', '#b'));
  const touch = (): void => {
    const event = new Event('pointermove', { bubbles: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    document.dispatchEvent(event);
  };
  painter.paint([kept]);
  vi.advanceTimersByTime(100_000);
  expect(painted()).toEqual(['one']);
  painter.setThrifty(true);
  vi.advanceTimersByTime(59_000);
  expect(painted()).toEqual(['one']);
  vi.advanceTimersByTime(2_000);
  expect(painted()).toEqual([]);
  touch();
  expect(painted()).toEqual(['one']);
  // Who writes in the popover is reading.
  painter.paint([kept, open]);
  vi.advanceTimersByTime(300_000);
  expect(painted()).toEqual(['one', 'two']);
  painter.paint([kept]);
  vi.advanceTimersByTime(59_000);
  expect(painted()).toEqual(['one']);
  vi.advanceTimersByTime(2_000);
  expect(painted()).toEqual([]);
  // What the panel leads to is shown among the others.
  painter.flash(open.range);
  expect(painted()).toEqual(['one', 'two']);
  vi.advanceTimersByTime(70_000);
  expect(painted()).toEqual([]);
  painter.setThrifty(false);
  vi.advanceTimersByTime(100_000);
  expect(painted()).toEqual(['one']);
  end.abort();
});

/** With its range within the element's text, as ours are. */
function inText(painted: PaintedMark): PaintedMark {
  const { range } = painted;
  const text = range.startContainer.firstChild;
  if (text) range.selectNodeContents(text);
  return painted;
}
