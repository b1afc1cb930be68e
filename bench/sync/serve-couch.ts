import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { startCouchServer } from '../../tests/sync/couch-server.ts';

/**
 * A CouchDB server in a process of its own, so that what it costs is told from what we cost. Its parent asks by messages: `database` makes
 * one, `counts` tells what it has done so far.
 */

/** What a server has done since it began. */
export interface ServerCounts {
  readonly requests: number;
  /** Bytes of what it was sent and has sent, headers and all. */
  readonly received: number;
  readonly sent: number;
  /** ms of processor. */
  readonly cpu: number;
  /** Bytes of memory that it holds. */
  readonly memory: number;
}

let requests = 0;
const sockets = new Set<Socket>();
const past = { received: 0, sent: 0 };
subscribe('http.server.request.start', (message) => {
  const { socket } = message as { readonly socket: Socket };
  requests++;
  if (sockets.has(socket)) return;
  sockets.add(socket);
  socket.once('close', () => {
    sockets.delete(socket);
    past.received += socket.bytesRead;
    past.sent += socket.bytesWritten;
  });
});

const server = await startCouchServer();
process.on('message', (asked) => {
  if (asked === 'counts') process.send?.(counts());
  else if (asked === 'database') void server.database().then((address) => process.send?.(address));
  else void server.end().then(() => process.disconnect());
});
process.send?.('ready');

function counts(): ServerCounts {
  const { user, system } = process.cpuUsage();
  const open = [...sockets];
  return {
    requests,
    received: open.reduce((sum, { bytesRead }) => sum + bytesRead, past.received),
    sent: open.reduce((sum, { bytesWritten }) => sum + bytesWritten, past.sent),
    cpu: (user + system) / 1_000,
    memory: process.memoryUsage().rss,
  };
}
