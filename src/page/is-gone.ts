/**
 * Whether a node or a range went with the frame in which it stood: Firefox throws at any touch of such an object ("can't access dead
 * object"), Chromium leaves its document without a window.
 */
export function isGone(range: AbstractRange): boolean {
  try {
    return range.startContainer.ownerDocument?.defaultView === null;
  } catch {
    return true;
  }
}

/** Whether a node may not be touched any more, since it went with its frame. Nodes of a document without a window may. */
export function isNodeGone(node: Node): boolean {
  try {
    return node.nodeType === 0;
  } catch {
    return true;
  }
}
