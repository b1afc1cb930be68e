import { isKeptStyle, type MarkStyle } from './highlight-styles.ts';
import { isGone } from './is-gone.ts';
import { isShadowRoot } from './is-shadow-root.ts';

/** What can be hit: a painted range. */
export interface Hittable {
  readonly style: MarkStyle;
  readonly range: Range;
}

/** Finds marks by a point of the viewport. */
export interface HitTester<T extends Hittable> {
  /**
   * The marks whose text lies under a point of a document's viewport (CSS px), the shortest first; saved ones before others of the
   * same length.
   */
  at(x: number, y: number, document: Document): T[];
}

interface Group<T> {
  /** In the order in which they start. */
  readonly marks: readonly T[];
  /** For each, the mark that ends last among it and those before it. */
  readonly reach: readonly T[];
}

/** Pixels by which a point may miss a line's box: between the lines of one paragraph there is a gap. */
const TOLERANCE = 2;

/**
 * A hit tester for marks whose ranges stand still; make a new one when they are painted anew. Costs a few comparisons
 * a call. Sorting waits for the first call.
 */
export function createHitTester<T extends Hittable>(marks: readonly T[]): HitTester<T> {
  let groups: Map<Node, Group<T>> | null = null;
  return {
    at(x, y, document) {
      if (marks.length === 0) return [];
      groups ??= groupByRoot(marks);
      const roots = [...groups.keys()].filter(
        (root): root is ShadowRoot => isShadowRoot(root) && root.ownerDocument === document,
      );
      const point = caretAt(document, x, y, roots);
      const group = point && groups.get(point.node.getRootNode());
      if (!point || !group) return [];
      return marksAround(group, point)
        .filter(({ range }) => coversPoint(range, x, y))
        .map((mark) => ({ mark, length: mark.range.toString().length }))
        .sort((a, b) => a.length - b.length || rank(a.mark) - rank(b.mark))
        .map(({ mark }) => mark);
    },
  };
}

const rank = ({ style }: Hittable): number => (isKeptStyle(style) ? 0 : 1);

/** Ranges of different trees cannot be compared: one list for the document, one for each shadow root. */
function groupByRoot<T extends Hittable>(marks: readonly T[]): Map<Node, Group<T>> {
  const lists = new Map<Node, T[]>();
  for (const mark of marks) {
    if (isGone(mark.range) || !mark.range.startContainer.isConnected) continue;
    const root = mark.range.startContainer.getRootNode();
    const list = lists.get(root);
    if (list) list.push(mark);
    else lists.set(root, [mark]);
  }
  const groups = new Map<Node, Group<T>>();
  for (const [root, list] of lists) {
    list.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    const reach: T[] = [];
    for (const mark of list) {
      const last = reach.at(-1);
      reach.push(last && last.range.compareBoundaryPoints(Range.END_TO_END, mark.range) >= 0 ? last : mark);
    }
    groups.set(root, { marks: list, reach });
  }
  return groups;
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** The place in the text nearest to a point, by whichever of the two ways the browser has. */
export function caretAt(document: Document, x: number, y: number, shadowRoots: ShadowRoot[]): Point | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The marks whose range holds a place. */
function marksAround<T extends Hittable>({ marks, reach }: Group<T>, { node, offset }: Point): T[] {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(marks[middle], node, offset) < 0) high = middle;
    else low = middle + 1;
  }
  const found: T[] = [];
  for (let i = low - 1; i >= 0 && place(reach[i], node, offset) <= 0; i--) {
    const mark = marks[i];
    if (mark && place(mark, node, offset) === 0) found.push(mark);
  }
  return found;
}

/** Where a place lies: -1 before the mark, 0 within it or at its border, 1 after it. 1 when the mark has left the page. */
function place(mark: Hittable | undefined, node: Node, offset: number): number {
  try {
    return mark?.range.comparePoint(node, offset) ?? 1;
  } catch {
    return 1;
  }
}

/** The caret is in the nearest text even when the point is far from any: the point must lie in a line of the mark. */
function coversPoint(range: Range, x: number, y: number): boolean {
  for (const { left, right, top, bottom } of range.getClientRects())
    if (x >= left - 1 && x <= right + 1 && y >= top - TOLERANCE && y <= bottom + TOLERANCE) return true;
  return false;
}
