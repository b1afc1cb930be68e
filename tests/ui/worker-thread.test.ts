import { describe, expect, it } from 'vitest';
import { workerThread } from '#ui/worker-thread.ts';

type Said =
  | { readonly type: 'done'; readonly value: number }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'failed'; readonly message: string };

/** A worker that answers each message with what is given for it. */
function workerSaying(...said: readonly Said[]): Worker {
  const worker = new EventTarget();
  const postMessage = (): void => {
    for (const data of said) worker.dispatchEvent(new MessageEvent('message', { data }));
  };
  return Object.assign(worker, { postMessage, terminate: () => {} }) as unknown as Worker;
}

const end = new AbortController().signal;

describe('workerThread', () => {
  it('tells how far it is before it answers', async () => {
    const said: number[] = [];
    const worker = workerSaying(
      { type: 'progress', done: 1, total: 3 },
      { type: 'progress', done: 2, total: 3 },
      { type: 'done', value: 7 },
    );
    const thread = workerThread<null, Said>(worker, end);
    const { value } = await thread.ask(null, 'done', (done, total) => said.push(done, total));
    expect([value, ...said]).toEqual([7, 1, 3, 2, 3]);
    expect((await thread.ask(null, 'done')).value).toBe(7);
  });

  it('fails as the worker says', async () => {
    const thread = workerThread<null, Said>(workerSaying({ type: 'failed', message: 'no format x' }), end);
    await expect(thread.ask(null, 'done')).rejects.toThrow('no format x');
  });
});
