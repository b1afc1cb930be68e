import { useSignal } from '@preact/signals';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { onRevision, request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { sendUnsent } from './unsent.ts';
import type { Changes } from './use-changes.ts';

type Answer = { readonly view: SubjectView } | { readonly error: unknown };
type Loaded = Answer & { readonly id: string; readonly asked: number };

/** What a popover shows, and what has changed since it was asked for. */
export interface ShownSubject {
  /** Null until there is an answer. */
  readonly shown: Answer | null;
  readonly retry: () => void;
  readonly changes: Changes;
}

/** So long is waited for the store to take what earlier popovers could not send, in ms: it follows what is shown then. */
const patience = 1_000;

/** What an earlier popover could not send is part of what this one shows: it goes first. */
async function subjectOf(id: string): Promise<SubjectView> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([sendUnsent(request), enough]);
  clearTimeout(timer);
  return request('popover.subject', { id });
}

/** Asks for what stands under a one-time id; nothing as long as that is empty. */
export function useSubject(id: string): ShownSubject {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const count = useSignal(0);

  // Before anything is asked for: what is changed while an answer is on the way must not go past us.
  useLayoutEffect(() => {
    const controller = new AbortController();
    onRevision(() => {
      count.value += 1;
    }, controller.signal);
    return () => controller.abort();
  }, [count]);

  useLayoutEffect(() => {
    if (id === '') return undefined;
    let wanted = true;
    const asked = count.peek();
    subjectOf(id).then(
      (view) => wanted && setLoaded({ id, asked, view }),
      (error: unknown) => wanted && setLoaded({ id, asked, error }),
    );
    return () => {
      wanted = false;
    };
  }, [id, attempt, count]);

  const retry = useCallback(() => setAttempt((now) => now + 1), []);
  return {
    shown: loaded?.id === id ? loaded : null,
    retry,
    changes: { count, asked: loaded?.asked ?? 0 },
  };
}
