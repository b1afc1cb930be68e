import { annotationParser, articleParser } from '#core/annotation-guard.ts';
import type { Annotation, ArticleRecord } from '#core/annotation.ts';
import { nullable, object, type Parser, string } from '#core/guard.ts';
import type { request } from '#messaging/client.ts';
import { errorCode } from '#ui/failure-words.ts';

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
/** Written when a frame goes that could not send something: another that is there does. */
const leftKey = 'unsent-left';
let isWaiting = false;

/**
 * Keeps what was written in an update of the extension, in the storage of the frame's own origin, which no page can read, until the next
 * frame sends it. Answers whether it is kept: some browsers give a frame no storage.
 */
export function keepUnsent(unsent: Unsent): boolean {
  try {
    localStorage.setItem(prefix + unsent.annotation.id, JSON.stringify(unsent));
    if (!isWaiting) addEventListener('pagehide', () => localStorage.setItem(leftKey, String(Date.now())));
    isWaiting = true;
    return true;
  } catch {
    return false;
  }
}

/** It was sent after all, or is not wanted. */
export function forgetUnsent(id: string): void {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // There is nothing to forget where nothing can be kept.
  }
}

/** Sends what earlier frames could not, now and whenever one of them goes, until the signal aborts. */
export function followUnsent(ask: typeof request, signal: AbortSignal): void {
  void sendUnsent(ask);
  addEventListener('storage', ({ key }) => key === leftKey && void sendUnsent(ask), { signal });
}

/** Sends what earlier frames could not; what cannot be sent now either stays for the next. Two that send the same at once make one record. */
export async function sendUnsent(ask: typeof request): Promise<void> {
  for (const [key, stored] of storedUnsent()) {
    const parsed = parse(stored);
    if (parsed.ok) {
      const code = await ask('annotations.put', parsed.value).then(() => null, errorCode);
      if (code !== null && code !== 'bad-message') continue;
    }
    forgetUnsent(key.slice(prefix.length));
  }
}

function storedUnsent(): [key: string, value: unknown][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, jsonOf(localStorage.getItem(key))]);
  } catch {
    return [];
  }
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
