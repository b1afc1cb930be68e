import { attachFailpoint, failpointName } from './failpoint.ts';

/**
 * The failpoint in the background of a test build, set by a page of ours over a channel: `{ arm: 7 }` stops the worker at the seventh
 * step, `{ disarm: true }` answers how many there were, `{ refuse: 'throw' | 'silent' | null }` has the browser not open a database.
 */

interface Order {
  readonly arm?: number;
  readonly disarm?: true;
  readonly refuse?: 'throw' | 'silent' | null;
}

const channel = new BroadcastChannel(failpointName);
const tell = channel.postMessage.bind(channel);

const failpoint = attachFailpoint((step) => {
  tell({ reached: step });
  // Not a pause: the transaction would be completed meanwhile. The worker is killed while it is here.
  for (;;);
});

let refusal: Order['refuse'] = null;
const open = indexedDB.open.bind(indexedDB);
const opened = new Set<IDBDatabase>();
/** Opens that are not answered until the browser does again, as when it cannot lock the database's files for a while. */
const waiting: (() => void)[] = [];
Object.defineProperty(IDBFactory.prototype, 'open', {
  value: (name: string, version?: number): IDBOpenDBRequest => {
    if (refusal === 'throw') throw new DOMException('refused by the test', 'UnknownError');
    return refusal === 'silent' ? unanswered(name, version) : opening(name, version);
  },
});

function opening(name: string, version: number | undefined): IDBOpenDBRequest {
  const request = version === undefined ? open(name) : open(name, version);
  request.addEventListener('success', () => opened.add(request.result));
  return request;
}

/** A request that says nothing as long as the browser does, and is answered then. */
function unanswered(name: string, version: number | undefined): IDBOpenDBRequest {
  let request: IDBOpenDBRequest | null = null;
  const listeners: [type: string, listener: EventListener][] = [];
  const listen = (...listener: [type: string, listener: EventListener]): void => {
    if (request === null) listeners.push(listener);
    else request.addEventListener(...listener);
  };
  waiting.push(() => {
    request = opening(name, version);
    for (const listener of listeners) request.addEventListener(...listener);
  });
  return Object.create(IDBOpenDBRequest.prototype, {
    addEventListener: { value: listen },
    removeEventListener: { value: () => undefined },
    result: { get: () => request?.result },
    transaction: { get: () => request?.transaction ?? null },
    error: { get: () => request?.error ?? null },
  }) as IDBOpenDBRequest;
}

channel.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.arm !== undefined) {
    failpoint.arm(data.arm);
    tell({ armed: true });
  }
  if (data.disarm === true) tell({ steps: failpoint.disarm() });
  if (data.refuse !== undefined) {
    refusal = data.refuse;
    // As when the browser has closed them under us.
    for (const database of opened) database.close();
    opened.clear();
    if (refusal !== 'silent') for (const answer of waiting.splice(0)) answer();
    tell({ refusing: refusal !== null });
  }
});
