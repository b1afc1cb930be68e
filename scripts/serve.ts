import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** One request that the server got: the Host header and the decoded path, in order of arrival. */
export interface ServedRequest {
  readonly host: string;
  readonly path: string;
}

export interface ServeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** More headers for some paths: `{ '/sample/article.html': { 'Content-Security-Policy': "default-src 'none'" } }`. `*` means every path. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Served {
  readonly port: number;
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  /** Grows as requests come in. */
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

const typeOfExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/**
 * Serves the files under `root` on 127.0.0.1, under any host name that a browser was told to map there. A folder is answered with
 * its index.html. What lies outside `root`, also through `..` or a symbolic link, is answered with 404.
 * @throws when `root` does not exist or the port is taken.
 */
export async function serve(root: string, options: ServeOptions = {}): Promise<Served> {
  const realRoot = await realpath(root);
  const requests: ServedRequest[] = [];
  const server = createServer((request, response) => {
    answer(realRoot, options, requests, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  root: string,
  options: ServeOptions,
  requests: ServedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodedPath(request.url ?? '/');
  requests.push({ host: request.headers.host ?? '', path: path ?? request.url ?? '/' });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = path === null ? null : await fileAt(root, path);
  if (path === null || file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'Content-Type': typeOfExtension[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': String(file.size),
    'Cache-Control': 'no-store',
    ...options.headers?.['*'],
    ...options.headers?.[path],
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The path without query, percent-decoded; null when it cannot be decoded. */
function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
}

/** The real file that a path names under `root`, or null. Links are resolved before the check, so that none leads out. */
async function fileAt(root: string, path: string): Promise<{ path: string; size: number } | null> {
  if (path.includes('\0')) return null;
  try {
    let real = await realpath(join(root, path));
    let facts = await stat(real);
    if (facts.isDirectory()) {
      real = await realpath(join(real, 'index.html'));
      facts = await stat(real);
    }
    return facts.isFile() && real.startsWith(root + sep) ? { path: real, size: facts.size } : null;
  } catch {
    return null;
  }
}
