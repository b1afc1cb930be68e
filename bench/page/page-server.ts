import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pages under any host name. */
export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/** What a page may do: none of its scripts runs, so that every script on its thread is the extension's. */
const POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'";

/**
 * Serves pages by the path of their address on 127.0.0.1, whatever the host. What else is asked for is not there.
 * @param pages markup by path
 */
export async function servePages(pages: ReadonlyMap<string, string>): Promise<PageServer> {
  const server = createServer(({ url }, response) => {
    const html = pages.get(url ?? '/');
    response.writeHead(html === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The page must neither go elsewhere nor forbid what the bench does. */
export const tamed = (html: string): string =>
  html.replace(/<meta[^>]+http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi, '');
