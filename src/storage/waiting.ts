/**
 * How a document stands with the server, in its field `waiting`, which is missing when the server has it as it is here. From 1: it is to be
 * sent. From 2: it is offered, and is to be sent unless the server is found to have it. 3: it was sent, and is offered again if the
 * server does not list it by the next run: it may have said that it took what it did not.
 */
export const [CHANGED, OFFERED, SENT] = [1, 2, 3] as const;

/** What is to be sent, in the order in which it is. */
export const toSend = (): IDBKeyRange => IDBKeyRange.bound(CHANGED, SENT, false, true);

/** Whether the server may have it. */
export function isUnsure(waiting: unknown): boolean {
  return typeof waiting === 'number' && waiting >= OFFERED;
}
