import { randomBytes } from 'node:crypto';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CouchServer } from './couch-server.ts';

/** Databases of these tests are called so, and when they were made, in ms since 1970 (base 36). */
const OURS = /^on-record-test-([0-9a-z]+)-[0-9a-f]{12}$/;
/** What an earlier run that was broken off has left is deleted after so many ms. */
const LEFT = 2 * 3_600_000;

/**
 * The tests' way to an Apache CouchDB. They speak to a door in front of it, which can be shut as if the server had been killed. Behind it
 * `reader` with `secret` is a user of this run, who is no administrator and a member of the run's databases only; who gives no name (a
 * test that looks what the server has) is the administrator. All that is made is deleted by `end`.
 * @param address `http://admin:password@127.0.0.1:5984`
 */
export async function startRealCouch(address: string): Promise<CouchServer> {
  const server = new URL(address);
  const admin = basic(decodeURIComponent(server.username), decodeURIComponent(server.password));
  const user = {
    name: `on-record-test-${randomBytes(6).toString('hex')}`,
    password: randomBytes(12).toString('hex'),
  };
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = { method, headers: { authorization: admin, 'content-type': 'application/json' } };
    const answer = await fetch(
      new URL(path, server.origin),
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    );
    if (!answer.ok && answer.status !== 404 && answer.status !== 412)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  for (const name of (await call('GET', '/_all_dbs')) as string[]) {
    const [, made] = OURS.exec(name) ?? [];
    if (made !== undefined && Date.now() - Number.parseInt(made, 36) > LEFT) await call('DELETE', `/${name}`);
  }
  // A single node that was just started may have none yet; 412 says that it has.
  await call('PUT', '/_users');
  const userPath = `/_users/org.couchdb.user:${user.name}`;
  const written = (await call('PUT', userPath, { ...user, roles: [], type: 'user' })) as { rev: string };
  const door = await openDoor(server, { admin, user: basic(user.name, user.password) });
  const made: string[] = [];
  return {
    database: async () => {
      const name = `on-record-test-${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`;
      await call('PUT', `/${name}`);
      made.push(name);
      // Since CouchDB 3 a new database is the administrators' alone until somebody is named.
      const nobody = { names: [], roles: [] };
      await call('PUT', `/${name}/_security`, { admins: nobody, members: { names: [user.name], roles: [] } });
      return `${door.origin}/${name}`;
    },
    kill: door.shut,
    restart: door.open,
    end: async () => {
      await door.shut();
      for (const name of made) await call('DELETE', `/${name}`);
      await call('DELETE', `${userPath}?rev=${written.rev}`);
    },
  };
}

function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

/** What stands in front of the server, on a port that stays the same. */
async function openDoor(server: URL, names: { readonly admin: string; readonly user: string }) {
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const given = incoming.headers.authorization;
    const authorization =
      given === undefined ? names.admin : given === basic('reader', 'secret') ? names.user : given;
    const onward = ask(
      {
        host: server.hostname,
        port: server.port === '' ? 80 : server.port,
        method: incoming.method,
        path: incoming.url ?? '/',
        headers: { ...incoming.headers, host: server.host, authorization },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const door = createServer(pass);
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => door.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = door.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    open: () => listen(port),
    shut: () =>
      new Promise<void>((resolve) => {
        if (!door.listening) return resolve();
        door.close(() => resolve());
        door.closeAllConnections();
      }),
  };
}
