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
Object.defineProperty(IDBFactory.prototype, 'open', {
  value: (name: string, version?: number): IDBOpenDBRequest => {
    if (refusal === 'throw') throw new DOMException('refused by the test', 'UnknownError');
    // A request that is never answered, as of a database whose files the browser cannot lock.
    if (refusal === 'silent')
      return Object.create(IDBOpenDBRequest.prototype, unanswered) as IDBOpenDBRequest;
    const request = version === undefined ? open(name) : open(name, version);
    request.addEventListener('success', () => opened.add(request.result));
    return request;
  },
});
const silence = { value: () => undefined };
const unanswered = { addEventListener: silence, removeEventListener: silence };

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
    tell({ refusing: refusal !== null });
  }
});
