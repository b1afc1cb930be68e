import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ServerCounts } from './serve-couch.ts';

/** A server in a process of its own. */
export interface CouchProcess {
  /** The address of a new database of it. */
  readonly database: () => Promise<string>;
  readonly counts: () => Promise<ServerCounts>;
  readonly end: () => Promise<void>;
}

/** Starts it (see serve-couch.ts). */
export async function startCouchProcess(): Promise<CouchProcess> {
  const child = fork('bench/sync/serve-couch.ts', { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  await once(child, 'message');
  // One question at a time: answers have no names.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (what: string): Promise<unknown> => {
    last = last.then(async () => {
      child.send(what);
      const [answer] = (await once(child, 'message')) as [unknown];
      return answer;
    });
    return last;
  };
  return {
    database: () => ask('database') as Promise<string>,
    counts: () => ask('counts') as Promise<ServerCounts>,
    end: async () => {
      const gone = once(child, 'exit');
      child.send('end');
      await gone;
    },
  };
}

/** What a server has done from one moment to another. */
export function spentBetween(before: ServerCounts, after: ServerCounts): ServerCounts {
  return {
    requests: after.requests - before.requests,
    received: after.received - before.received,
    sent: after.sent - before.sent,
    cpu: after.cpu - before.cpu,
    memory: after.memory,
  };
}
