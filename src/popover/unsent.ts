import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { nullable, object, type Parser, string } from '#core/guard.ts';
import type { request } from '#messaging/client.ts';
import { errorCode } from '#ui/failure-words.ts';
import { whenAnswered } from './when-answered.ts';

/** What could not be sent, since nobody answers: the record as the reader has written it, and what it was made of. */
export interface Unsent {
  readonly annotation: Annotation;
  readonly article: ArticleRecord;
  readonly base: string | null;
}

const parse: Parser<Unsent> = object<Unsent>({
  annotation: annotationParser,
  article: articleParser,
  base: nullable(string(100)),
});
const prefix = 'unsent:';
/** Two frames may each have written on one record: neither forgets what the other has not sent. */
const frame = crypto.getRandomValues(new Uint32Array(2)).join('-');
/** Written when a frame goes that could not send something: another that is there does. */
const leftKey = 'unsent-left';
let isWaiting = false;

const keyOf = (id: string): string => `${prefix}${id} ${frame}`;

/**
 * Keeps what was written in an update of the extension, in the storage of the frame's own origin, which no page can read, until the next
 * frame sends it. Answers whether it is kept: some browsers give a frame no storage.
 */
export function keepUnsent(unsent: Unsent): boolean {
  try {
    localStorage.setItem(keyOf(unsent.annotation.id), JSON.stringify(unsent));
    if (!isWaiting) addEventListener('pagehide', () => localStorage.setItem(leftKey, String(Date.now())));
    isWaiting = true;
    return true;
  } catch {
    return false;
  }
}

/** What this frame has kept of a record was sent after all, or is not wanted. */
export function forgetUnsent(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // There is nothing to forget where nothing can be kept.
  }
}

/** Sends what earlier frames could not, now and whenever one of them goes, until the signal aborts. */
export function followUnsent(ask: typeof request, signal: AbortSignal): void {
  let isAsking = false;
  const send = async (): Promise<void> => {
    if (signal.aborted || (await sendUnsent(ask)) || isAsking) return;
    isAsking = true;
    whenAnswered(ask, () => {
      isAsking = false;
      void send();
    });
  };
  void send();
  addEventListener('storage', ({ key }) => key === leftKey && void send(), { signal });
}

/**
 * Sends what earlier frames could not; what cannot be taken now either stays for the next. Two that send the same at once make one record.
 * @returns whether somebody has answered to all of it
 */
export async function sendUnsent(ask: typeof request): Promise<boolean> {
  let isAnswered = true;
  for (const [key, text] of storedUnsent()) {
    const parsed = parse(jsonOf(text));
    const code = parsed.ok ? await ask('annotations.put', parsed.value).then(() => null, errorCode) : null;
    if (code === 'disconnected') isAnswered = false;
    if (code === null || code === 'bad-message') forgetSent(key, text);
  }
  return isAnswered;
}

function storedUnsent(): [key: string, text: string][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}

/** The frame that has kept it may have been written in meanwhile: that is sent by itself. */
function forgetSent(key: string, text: string): void {
  try {
    if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  } catch {
    // Sent a second time it is the same record.
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
