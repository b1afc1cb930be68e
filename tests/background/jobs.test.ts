import { describe, expect, it } from 'vitest';
import { createJobs } from '#background/jobs.ts';
import { advance } from '#storage/progress.ts';

/** Work of ten steps that goes on whenever `go` is called. */
function steps() {
  let go = (): void => undefined;
  const wait = () => new Promise<void>((resolve) => (go = resolve));
  return { wait, go: () => go() };
}

describe('work that is watched', () => {
  it('says how far it is while it is under way, and nothing after', async () => {
    const jobs = createJobs();
    const { wait, go } = steps();
    const work = jobs.run('a', async (progress) => {
      advance(progress, 3, 10);
      await wait();
      return 10;
    });
    expect(jobs.state('a')).toEqual({ done: 3, total: 10 });
    expect(jobs.state('b')).toBeNull();
    go();
    expect(await work).toBe(10);
    expect(jobs.state('a')).toBeNull();
    expect(jobs.cancel('a')).toBe(false);
  });

  it('stops at the next step when it is cancelled', async () => {
    const jobs = createJobs();
    const { wait, go } = steps();
    const work = jobs.run('a', async (progress) => {
      advance(progress, 0, 2);
      await wait();
      advance(progress, 1, 2);
      return 'done';
    });
    expect(jobs.cancel('a')).toBe(true);
    go();
    await expect(work).rejects.toMatchObject({ code: 'storage-closed' });
    expect(jobs.state('a')).toBeNull();
  });

  it('runs unwatched without an id', async () => {
    expect(await createJobs().run(undefined, async (progress) => progress)).toBeUndefined();
  });
});
