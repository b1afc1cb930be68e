import { vi } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import type { request } from '#messaging/client.ts';

/** A background with a store and a trash. `fail` makes the next requests fail. */
export function fakeBackground() {
  const store = new Map<string, Annotation>();
  const trash = new Map<string, Annotation>();
  const calls: string[] = [];
  const state = { fail: false };
  const answer = async (name: string, input: { id: string; annotation: Annotation }): Promise<unknown> => {
    calls.push(name);
    await Promise.resolve();
    if (state.fail) throw Object.assign(new Error('no'), { code: 'disk-full' });
    if (name === 'annotations.put') {
      store.set(input.annotation.id, input.annotation);
      return input.annotation;
    }
    if (name === 'annotations.get') return store.get(input.id) ?? null;
    const [from, to] = name === 'annotations.delete' ? [store, trash] : [trash, store];
    const annotation = from.get(input.id);
    if (annotation === undefined) throw Object.assign(new Error('no'), { code: 'not-found' });
    from.delete(input.id);
    to.set(input.id, annotation);
    return name === 'annotations.delete' ? null : annotation;
  };
  return { store, trash, calls, state, ask: answer as unknown as typeof request };
}

/** Until everything is saved, on the clock of the tests. */
export const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(400);
