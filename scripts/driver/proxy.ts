import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that came to the proxy: of a tunnel (`CONNECT`) the address is `host:port`, as for https no more is told. */
export interface ProxiedRequest {
  readonly method: string;
  readonly address: string;
}

/** A proxy that answers for the fixtures' hosts, refuses everything else, and remembers what was asked for. */
export interface Proxy {
  readonly port: number;
  readonly hosts: ReadonlySet<string>;
  /** Everything that came, in order; grows. */
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/** @param hosts host names that lead to 127.0.0.1 at this port */
export async function startProxy(hosts: Readonly<Record<string, number>>): Promise<Proxy> {
  const asked = new Set<string>();
  const requests: ProxiedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push({ method: incoming.method ?? '', address: incoming.url ?? '' });
    const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : null;
    const host = url?.hostname ?? '';
    asked.add(host);
    const port = hosts[host];
    if (!url || port === undefined) {
      outgoing.writeHead(502).end();
      return;
    }
    const path = url.pathname + url.search;
    const onward = request(
      { host: '127.0.0.1', port, path, method: incoming.method, headers: incoming.headers },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    requests.push({ method: 'CONNECT', address: incoming.url ?? '' });
    asked.add((incoming.url ?? '').replace(/:\d+$/, ''));
    socket.on('error', () => null);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  // What is no HTTP at all came from somewhere, too.
  server.on('clientError', (_, socket) => {
    requests.push({ method: 'unreadable', address: '' });
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    hosts: asked,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
