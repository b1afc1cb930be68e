import { highlightText } from '@apache-annotator/dom';
import { createPainter, type Painter } from '#page/highlights.ts';
import { buildTextMap } from '#page/text-map.ts';

/** Runs in the page. Shows ranges as marked, and takes the marks away again. */
interface Contestant {
  readonly paint: (ranges: readonly Range[]) => void;
  readonly takeAway: () => void;
}

/** As the content script makes it: a painter that lives until its signal aborts. */
function ours(): Contestant {
  const end = new AbortController();
  const painter: Painter = createPainter(document, end.signal);
  return {
    paint: (ranges) =>
      painter.paint(ranges.map((range, i) => ({ id: String(i), style: 'quotation', range }))),
    takeAway: () => painter.paint([]),
  };
}

/** A `<mark>` around each stretch of text. From the last to the first, so that none splits a text that another still counts in. */
function wrapped(): Contestant {
  let undo: (() => void)[] = [];
  return {
    paint(ranges) {
      undo = [...ranges].reverse().map((range) => highlightText(range, 'mark'));
    },
    takeAway() {
      for (const one of undo) one();
      document.body.normalize();
    },
  };
}

/** A `<mark>` around each range by the browser's own means: no library at all. */
function surrounded(): Contestant {
  let marks: HTMLElement[] = [];
  return {
    paint(ranges) {
      marks = [...ranges].reverse().map((range) => {
        const mark = document.createElement('mark');
        range.surroundContents(mark);
        return mark;
      });
    },
    takeAway() {
      for (const mark of marks) mark.replaceWith(...mark.childNodes);
      document.body.normalize();
    },
  };
}

const contestants = { ours, wrapped, surrounded };
export type ContestantName = keyof typeof contestants;

interface Prepared {
  readonly contestant: Contestant;
  readonly ranges: readonly Range[];
  readonly mutations: MutationObserver;
}
let prepared: Prepared | null = null;
let changes = 0;

/** Finds the passages on the page, paints nothing yet, and counts from now on what changes in the document. */
function prepare(name: ContestantName, spans: readonly { start: number; end: number }[]): number {
  const map = buildTextMap(document.body);
  const ranges = spans.flatMap((span) => map.rangeOf(span) ?? []);
  const mutations = new MutationObserver((records) => {
    changes += records.length;
  });
  mutations.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  prepared = { contestant: contestants[name](), ranges, mutations };
  return ranges.length;
}

/** The work and the two frames after it, in which the page is laid out and drawn. */
async function drawn(work: ((one: Prepared) => void) | null): Promise<number> {
  const started = performance.now();
  if (work !== null && prepared !== null) work(prepared);
  const frame = (): Promise<number> => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  return performance.now() - started;
}

/** Nodes of the document, records of a MutationObserver since the passages were prepared, and the height of the page. */
function look(): { nodes: number; changes: number; height: number } {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let nodes = 1;
  while (walker.nextNode()) nodes++;
  changes += prepared?.mutations.takeRecords().length ?? 0;
  return { nodes, changes, height: document.documentElement.scrollHeight };
}

const api = {
  prepare,
  look,
  paint: () => drawn(({ contestant, ranges }) => contestant.paint(ranges)),
  takeAway: () => drawn(({ contestant }) => contestant.takeAway()),
  rest: () => drawn(null),
};
export type InPage = typeof api;

Object.assign(globalThis, { onRecordPainting: api });
