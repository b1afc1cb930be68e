/** As every browser numbers it (`Node.DOCUMENT_FRAGMENT_NODE`). */
const FRAGMENT = 11;

/**
 * Whether a node is the root of a shadow tree. Not `'host' in node` alone: a document answers with a frame or a picture of that name
 * (HTML, "named properties of a document"), nor `instanceof`: the root may be another frame's.
 */
export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === FRAGMENT && 'host' in node;
