import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createCouch } from '#sync/couch.ts';
import { SyncError } from '#sync/sync-error.ts';

/** Which problem a server that answers like this is said to be. */
async function problemWith(listener: RequestListener, patience = 5_000, mayBeLed = true): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const problem = await problemAt(`http://127.0.0.1:${port}/notes`, patience, mayBeLed);
  server.closeAllConnections();
  server.close();
  return problem;
}

async function problemAt(database: string, patience = 5_000, mayBeLed = true): Promise<string> {
  const couch = createCouch({ database, name: 'reader', password: 'secret' }, { patience, mayBeLed });
  return couch.look().then(
    () => 'none',
    (error: unknown) => (error instanceof SyncError ? error.problem : String(error)),
  );
}

const says = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) => void response.writeHead(status, headers).end(body); // prettier-ignore

describe('what keeps a server from being used is said', () => {
  it.each<readonly [string, string, RequestListener]>([
    ['none', 'a database', says(200, '{"db_name":"notes"}')],
    ['refused', 'a wrong password', says(401, '{"error":"unauthorized"}')],
    ['refused', 'a name that may not', says(403, '{"error":"forbidden"}')],
    ['no-database', 'no such database', says(404, '{"error":"not_found"}')],
    ['not-couchdb', 'a web page that is not there', says(404, '<h1>Not found</h1>')],
    ['not-couchdb', 'something else that is not there', says(404, '{"message":"Not found"}')],
    ['not-couchdb', 'a page that says that all is well', says(200, '<!doctype html><title>Welcome</title>')],
    ['not-couchdb', 'another interface', says(200, '{"version":"2.1"}')],
    ['not-couchdb', 'a server that does not know the question', says(405, '')],
    ['server-error', 'a server that is broken', says(500, '{"error":"unknown"}')],
    ['server-error', 'a door without a server behind it', says(502, '<h1>Bad Gateway</h1>')],
    ['server-full', 'a full disk', says(507, '{}')],
    ['moved', 'a page that asks who we are', says(302, '', { location: 'http://127.0.0.1:9/login' })],
    ['moved', 'the same under https', says(301, '', { location: 'https://127.0.0.1:9/notes' })],
  ])('%s: %s', async (problem, _what, listener) => {
    expect(await problemWith(listener)).toBe(problem);
  });

  it('timeout: a connection that hangs', async () => {
    expect(await problemWith(() => {}, 200)).toBe('timeout');
  });

  it('unreachable: nobody there', async () => {
    expect(await problemAt('http://127.0.0.1:9/notes')).toBe('unreachable');
  });

  it('no-safe-connection: a server that speaks no TLS, or whose certificate is not trusted', async () => {
    expect(await problemAt('https://127.0.0.1:9/notes')).toBe('no-safe-connection');
  });

  it('cors: one that only answers who does not read it; and neither question has a name and a password', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async (_address, init) => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    });
    expect(await problemAt('https://couch.example/notes')).toBe('cors');
    const [, ...questions] = asked.mock.calls;
    expect(questions).toHaveLength(2);
    for (const [, init] of questions) expect(init?.headers).toBeUndefined();
    for (const [, init] of asked.mock.calls)
      expect(init).toMatchObject({ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
    asked.mockRestore();
  });

  it('offline: a machine without a network', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await problemAt('http://127.0.0.1:9/notes')).toBe('offline');
    vi.unstubAllGlobals();
  });
});

describe('an answer', () => {
  it('is not followed to another place with the password', async () => {
    const heard: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.end('{"db_name":"notes"}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const leads = says(307, '', { location: `http://127.0.0.1:${port}/notes` });
    expect(await problemWith(leads)).toBe('moved');
    expect(heard).toEqual([]);
    other.close();
  });

  it('leads a run nowhere else, even where it breaks off all that would not be followed', async () => {
    let heard = 0;
    const other = createServer((_request, response) => {
      heard++;
      response.end('{"db_name":"notes"}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const leading: RequestListener = ({ headers }, response) => {
      if (headers['sec-fetch-mode'] !== 'no-cors') response.destroy();
      else response.writeHead(302, { location: `http://127.0.0.1:${port}/notes` }).end();
    };
    expect(await problemWith(leading, 5_000, false)).toBe('unreachable');
    expect(heard).toBe(0);
    other.close();
  });
});
