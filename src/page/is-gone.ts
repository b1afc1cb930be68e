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
