import { isSkipped } from './element-kind.ts';

/** Changes of fewer UTF-16 units than this are clocks and counters. */
const LEAST_TEXT = 12;
/** An element whose text changes more often than so many times in so many ms is a ticker. */
const MOST_CHANGES = 8;
const WINDOW_MS = 2000;

/** What a batch of mutations is: nothing to us, the endless changes of a ticker, something that may be `shown` now, or text. */
export type ChangeKind = 'none' | 'ticker' | 'shown' | 'text';

/** Tells what mutations are, remembering which elements never rest. */
export function createChangeSorter(): (records: readonly MutationRecord[], now: number) => ChangeKind {
  const counts = new WeakMap<Node, { since: number; count: number }>();
  const isTicker = (target: Node, now: number): boolean => {
    const known = counts.get(target);
    if (!known || now - known.since > WINDOW_MS) {
      // One that has just been a ticker is one for a window more.
      const before = known && now - known.since < 2 * WINDOW_MS ? known.count : 0;
      counts.set(target, { since: now, count: before > MOST_CHANGES ? MOST_CHANGES : 1 });
      return before > MOST_CHANGES;
    }
    known.count += 1;
    return known.count > MOST_CHANGES;
  };
  return (records, now) => {
    let kind: ChangeKind = 'none';
    let judged: Node | null = null;
    for (const record of records) {
      // A batch of one element's records is one change of it.
      if (record.target === judged) continue;
      const next = kindOf(record);
      if (next === 'none') continue;
      judged = record.target;
      if (isTicker(judged, now)) kind = kind === 'none' ? 'ticker' : kind;
      else if (next === 'text') return 'text';
      else kind = 'shown';
    }
    return kind;
  };
}

function kindOf(record: MutationRecord): 'none' | 'shown' | 'text' {
  const { target } = record;
  if (record.type === 'attributes')
    return record.attributeName === 'class' || record.attributeName === 'style' ? 'shown' : 'text';
  const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
  if (element && isSkipped(element)) return 'none';
  if (record.type === 'characterData') return (target as Text).data.length >= LEAST_TEXT ? 'text' : 'none';
  // Beside head and body stands only our own element.
  if (element && element === element.ownerDocument.documentElement)
    return holds([...record.addedNodes, ...record.removedNodes], ({ nodeName }) => nodeName === 'BODY');
  if (target.nodeType === Node.DOCUMENT_NODE)
    return holds([...record.addedNodes], (node) => node.nodeType === Node.ELEMENT_NODE);
  if (textLength(record.addedNodes) + textLength(record.removedNodes) >= LEAST_TEXT) return 'text';
  return holds([...record.addedNodes], mayShowInnerTree);
}

const holds = (nodes: readonly Node[], is: (node: Node) => boolean): 'text' | 'none' =>
  nodes.some(is) ? 'text' : 'none';

/** A custom element may have brought a shadow root, a frame its page. */
const mayShowInnerTree = (node: Node): boolean => node.nodeName.includes('-') || node.nodeName === 'IFRAME';

function textLength(nodes: NodeList): number {
  let length = 0;
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) length += (node as Text).data.trim().length;
    else if (node.nodeType === Node.ELEMENT_NODE && !isSkipped(node as Element))
      length += node.textContent?.length ?? 0;
    if (length >= LEAST_TEXT) break;
  }
  return length;
}
