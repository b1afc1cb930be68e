import browser, { type Runtime } from 'webextension-polyfill';
import type { Parser } from '#core/guard.ts';
import type { ErrorCode, Reply } from './protocol.ts';

/**
 * Who asks. `content`: our script on a page, whose address is the browser's word, and whether its window is a private one; `ui`: a
 * page of ours, in a tab or not; `isFramed`: as a frame in somebody else's page, which may have covered or moved it.
 */
export type Sender =
  | { readonly kind: 'content'; readonly tabId: number; readonly url: string; readonly isPrivate?: true }
  | { readonly kind: 'ui'; readonly tabId: number | null; readonly isFramed?: true };

/** An error with a code for the asker. Anything else that a handler throws is answered as `unknown`. */
export class RefusedError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = code) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
  }
}

type Input<A, Name extends keyof A> = A[Name] extends (input: infer I) => unknown ? I : never;
type Output<A, Name extends keyof A> = A[Name] extends (input: never) => infer O ? O : never;

/** One message's guard, who may send it, and what answers it. */
interface Route<I, O> {
  /** Gives the input, checked and free of anything unknown. */
  readonly parse: Parser<I>;
  /**
   * `ui`: a page of ours; `content`: our content scripts too; `alone`: only a page of ours that is no frame in somebody else's. What
   * cannot be taken back, or changes much at once, is `alone`: a page that covers our frame can have it clicked unseen.
   */
  readonly from: 'ui' | 'content' | 'alone';
  readonly answer: (input: I, sender: Sender) => Promise<O>;
}

export type Routes<A> = { readonly [Name in keyof A]: Route<Input<A, Name>, Output<A, Name>> };

const codes: ReadonlySet<string> = new Set<ErrorCode>([
  'bad-message',
  'not-allowed',
  'not-found',
  'disk-full',
  'storage-unavailable',
  'storage-blocked',
  'storage-closed',
  'upgrade-failed',
  'newer-version',
  'too-large',
  'unknown',
]);

function codeOf(error: unknown): ErrorCode {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && codes.has(code) ? (code as ErrorCode) : 'unknown';
}

/** Who sent a message, by what the browser says; null for anyone who is not us. */
export function senderOf(sender: Runtime.MessageSender, ownOrigin: string, ownId: string): Sender | null {
  if (sender.id !== ownId || sender.url === undefined) return null;
  const tabId = sender.tab?.id ?? null;
  if (sender.url.startsWith(ownOrigin)) {
    const isFramed = tabId !== null && sender.frameId !== undefined && sender.frameId !== 0;
    return isFramed ? { kind: 'ui', tabId, isFramed } : { kind: 'ui', tabId };
  }
  // Only the top frame runs our content script; a message from a frame is not ours.
  if (tabId === null || sender.frameId !== 0) return null;
  const content = { kind: 'content', tabId, url: sender.url } as const;
  return sender.tab?.incognito === true ? { ...content, isPrivate: true } : content;
}

/** Answers one message by its route. Never throws: what goes wrong is an `ok: false`. */
export async function dispatch<A extends object>(
  routes: Routes<A>,
  message: unknown,
  sender: Sender | null,
): Promise<Reply<unknown>> {
  if (sender === null) return { ok: false, error: 'not-allowed' };
  const { name, input } = (message ?? {}) as { name?: unknown; input?: unknown };
  if (typeof name !== 'string' || !Object.hasOwn(routes, name)) return { ok: false, error: 'bad-message' };
  const route = routes[name as keyof A] as Route<unknown, unknown>;
  if (route.from !== 'content' && sender.kind !== 'ui') return { ok: false, error: 'not-allowed' };
  if (route.from === 'alone' && 'isFramed' in sender) return { ok: false, error: 'not-allowed' };
  try {
    const parsed = route.parse(input);
    if (!parsed.ok) {
      console.warn(name, parsed.field, parsed.problem);
      return { ok: false, error: 'bad-message' };
    }
    return { ok: true, value: await route.answer(parsed.value, sender) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'unknown') console.error(name, error);
    return { ok: false, error: code };
  }
}

/** Answers requests with these routes. Call it while the background's script first runs, or a waking message is lost. */
export function serve<A extends object>(routes: Routes<A>, signal?: AbortSignal): void {
  const ownOrigin = browser.runtime.getURL('');
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> =>
    dispatch(routes, message, senderOf(sender, ownOrigin, browser.runtime.id));
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
