import browser from 'webextension-polyfill';
import type { ErrorCode, Reply, Requests, TabRequests } from './protocol.ts';
import { onStored } from './on-stored.ts';

/** A request that was refused or failed. `disconnected`: nobody answers, as after an update of the extension. */
export class RequestError extends Error {
  readonly code: ErrorCode | 'disconnected';

  constructor(code: ErrorCode | 'disconnected', message: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
  }
}

/** How long to wait for an answer, in ms: far longer than any takes, so that no surface says *saving* for ever. */
const usualPatience = 60_000;

/** Whether the extension was updated or removed under us: nobody answers any more. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    // Firefox: "can't access dead object".
    return true;
  }
}

/** How often it is looked whether anybody is left to answer, in ms: Firefox leaves a question open for ever when the extension is updated. */
const lookEvery = 1_000;

async function answered(
  name: string,
  ask: () => Promise<unknown>,
  patience = usualPatience,
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let look: ReturnType<typeof setInterval> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
    look = setInterval(() => {
      if (isOrphaned()) reject(new Error('nobody is left to answer'));
    }, lookEvery);
  });
  try {
    return await Promise.race([ask(), tooLate]);
  } catch (error) {
    throw new RequestError('disconnected', `${name}: ${String(error)}`);
  } finally {
    clearTimeout(timer);
    clearInterval(look);
  }
}

/**
 * Whether we are the popover's frame, which lives on when the extension is updated. In Firefox all that it was handed is then dead, and
 * the reader may be writing on it: it keeps copies.
 */
const isFramed = typeof window === 'object' && window.top !== window;

function unwrap<T>(name: string, reply: unknown): T {
  const answer = (isFramed ? structuredClone(reply) : reply) as Reply<T> | undefined;
  if (answer?.ok === true) return answer.value;
  if (answer?.ok === false) throw new RequestError(answer.error, `${name}: ${answer.error}`);
  throw new RequestError('disconnected', `${name}: no answer`);
}

/**
 * Asks the background.
 * @param patience how long an answer may take, in ms
 * @throws RequestError with the reason's code; the input is then unchanged and nothing was half done.
 */
export async function request<Name extends keyof Requests>(
  name: Name,
  input: Parameters<Requests[Name]>[0],
  patience = usualPatience,
): Promise<ReturnType<Requests[Name]>> {
  const reply = await answered(name, async () => browser.runtime.sendMessage({ name, input }), patience);
  return unwrap<ReturnType<Requests[Name]>>(name, reply);
}

/**
 * Asks the content script of a tab's top frame.
 * @throws RequestError `disconnected` when no content script of ours runs there.
 */
export async function requestTab<Name extends keyof TabRequests>(
  tabId: number,
  name: Name,
  input: Parameters<TabRequests[Name]>[0],
): Promise<ReturnType<TabRequests[Name]>> {
  const reply = await answered(name, async () =>
    browser.tabs.sendMessage(tabId, { name, input }, { frameId: 0 }),
  );
  return unwrap<ReturnType<TabRequests[Name]>>(name, reply);
}

/** The key under `storage.local` that the background raises whenever a record has changed. */
export const revisionKey = 'revision';

/** Calls back whenever a record has changed, until the signal aborts. */
export function onRevision(callback: () => void, signal: AbortSignal): void {
  onStored(revisionKey, () => callback(), signal);
}
