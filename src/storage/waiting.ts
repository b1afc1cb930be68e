/**
 * How a document stands with the server, in its field `waiting`, which is missing when the server was given it as it is here. From 1: it is
 * to be sent. From 2: it is offered, and is to be sent unless the server is found to have it.
 */
export const [CHANGED, OFFERED] = [1, 2] as const;

/** What is offered, and nothing else. */
export const isOffered = (): IDBKeyRange => IDBKeyRange.lowerBound(OFFERED);
