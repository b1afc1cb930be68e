import type { CDPSession } from 'puppeteer-core';

/** Runs in the page on all nodes that scripts hold: names those that are outermost of what does not stand in the document. */
const describeDetached = `function () {
  const roots = new Set();
  for (const node of this) {
    try {
      if (!node.isConnected && node.nodeType !== Node.DOCUMENT_NODE) roots.add(node.getRootNode());
    } catch {} // A prototype is found, too, and is no node.
  }
  return [...roots].map((root) => root instanceof Element ? root.cloneNode(false).outerHTML : root.nodeName + ' ' + (root.textContent ?? '').slice(0, 80));
}`;

/**
 * What was taken out of a page's document and is still held by a script of the page, after a collection of garbage: one line for each
 * tree, of its outermost element. Chromium's own count of nodes does not tell these from those that stand in the document.
 * @param contextId whose nodes: the page's own script's without it, else those of a script beside it, such as an extension's
 */
export async function detachedNodes(session: CDPSession, contextId?: number): Promise<readonly string[]> {
  const objectGroup = 'detached';
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { result: prototype } = await session.send('Runtime.evaluate', {
    expression: 'Node.prototype',
    objectGroup,
    ...(contextId === undefined ? {} : { contextId }),
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId ?? '',
    objectGroup,
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: describeDetached,
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return result.value as readonly string[];
}
