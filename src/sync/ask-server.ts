import type { ServerAccess } from '#core/sync/server-access.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { parseJson } from './parse-json.ts';
import { SyncError, TooLargeError } from './sync-error.ts';

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** So long is an answer waited for, in ms. Default: 30,000. */
  readonly patience?: number;
  /**
   * Whether it may be asked, too, in a way of which the browser follows the answer to another place, though without name and password: what
   * CORS forbids cannot be told from a dead server else. For who sets a server up and looks on; a run goes to that server alone. Default: true.
   */
  readonly mayBeLed?: boolean;
}

/** What a server said: the HTTP status, and what its body says as JSON; undefined for anything else. */
export interface Answer {
  readonly status: number;
  readonly answer: unknown;
}

/** Asks a path of the database. Rejects with a SyncError when there was no answer. */
export type AskServer = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** So long is an answer waited for, in ms. */
const PATIENCE = 30_000;
/** So long is it tried what it was that went wrong, in ms. */
const SHORT = 5_000;
/** Answers of more bytes than this are not read to their end: what we ask for at a time makes a few MB. */
const LONGEST = 32_000_000;

/** What each question has: nothing of the browser's own goes with it, and nothing of it is kept. */
const PLAIN = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** The only place of the whole extension that talks to anybody: the server that the reader has set up. */
export function createAsk(
  { database, name, password }: ServerAccess,
  { signal, patience = PATIENCE, mayBeLed = true }: AskOptions = {},
): AskServer {
  const authorization = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${password}`)))}`;
  return async (method, path, body) => {
    const limit = AbortSignal.timeout(patience);
    try {
      const response = await fetch(database + path, {
        method,
        headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...PLAIN,
        redirect: 'error',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      return { status: response.status, answer: parseJson(await textOf(response)) };
    } catch (error) {
      if (error instanceof SyncError) throw error;
      if (signal?.aborted === true) throw new SyncError('unreachable');
      throw new SyncError(limit.aborted ? 'timeout' : await whyNot(database, mayBeLed));
    }
  };
}

/** What it says, piece by piece: a body that has no end must not fill the memory. */
async function textOf({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > LONGEST) {
      await reader.cancel().catch(() => {});
      throw new TooLargeError('bad-answer');
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * Why there was no answer, which a browser does not say: found out by asking in other ways, without a name and a password. Whether it
 * was the certificate cannot be told from a server that is not there.
 */
async function whyNot(database: string, mayBeLed: boolean): Promise<SyncProblem> {
  const ask = (how: RequestInit): Promise<Response | null> =>
    fetch(database, { ...PLAIN, ...how, signal: AbortSignal.timeout(SHORT) }).catch(() => null);
  const led = await ask({ redirect: 'manual' });
  if (led?.type === 'opaqueredirect' || (led !== null && led.status >= 300 && led.status < 400))
    return 'moved';
  // It answers now.
  if (led !== null) return 'unreachable';
  if (mayBeLed && (await ask({ mode: 'no-cors' })) !== null) return 'cors';
  // Node 20 knows no navigator.
  if ('navigator' in globalThis && !navigator.onLine) return 'offline';
  return database.startsWith('https:') ? 'no-safe-connection' : 'unreachable';
}
