import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerAccess } from '#messaging/sync-protocol.ts';
import { until } from '#scripts/driver/session.ts';
import { type CouchServer, startCouchServer } from '#tests/sync/couch-server.ts';

/** A call that came to the server, with all that it was told. */
export interface ServedCall {
  readonly method: string;
  /** Behind the database's address: `/_changes?since=0`; '' is the database itself. */
  readonly path: string;
  readonly body: string;
}

/** At which moment the server breaks down: before it has heard a call, or when it has done what it was asked and not yet said so. */
export type Moment = 'unheard' | 'unanswered';

/** A database of a real server, behind a door of the test's own, which writes down all that comes and can be shut at any moment. */
export interface NotebookServer {
  readonly access: ServerAccess;
  readonly port: number;
  /** Everything that came, in order; grows. */
  readonly calls: readonly ServedCall[];
  /** Breaks down at the next call of this name (`_bulk_docs`), in the middle of it. Resolves when it has. */
  readonly dieAt: (call: string, moment: Moment) => Promise<void>;
  /** Leaves the next call of this name without an answer until it is let go. Resolves when the call has come. */
  readonly holdAt: (call: string) => Promise<{ readonly letGo: () => void }>;
  /** Whether the name may not take the database away as a whole, as most names that are no administrator's. */
  readonly refuseDrop: (isRefused: boolean) => void;
  readonly kill: () => Promise<void>;
  /** Has it listen again; nothing where it listens. */
  readonly restart: () => Promise<void>;
  /** Asks the server for something of the database, past the door. */
  readonly look: (path: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

interface Trap {
  readonly call: string;
  /** Answers whether the call is dealt with. */
  readonly spring: (moment: Moment) => Promise<boolean>;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Passes a call on, and gives its whole answer. */
function pass(behind: URL, path: string, incoming: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      const { host: _, ...headers } = incoming.headers;
      const below = behind.pathname === '/' ? '' : behind.pathname;
      const onward = request(new URL(below + path, behind), { method: incoming.method, headers });
      onward.on('error', reject);
      onward.on('response', (reply) => {
        bodyOf(reply).then(
          (whole) => resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: whole }),
          reject,
        );
      });
      onward.end(body);
    },
  );
}

/** How many calls came in all, those included that were on their way: a run that is ended may have sent one more. */
export async function heardBy({ calls }: NotebookServer): Promise<number> {
  let before = -1;
  await until('no call on its way', () => {
    const isQuiet = calls.length === before;
    before = calls.length;
    return Promise.resolve(isQuiet);
  });
  return before;
}

/** Who may read and write the databases of the tests' server. */
const reader = { name: 'reader', password: 'secret' };

/** One server for all databases of a process: PouchDB cannot be put together twice in one. */
let couch: Promise<CouchServer> | null = null;

async function someCouch(): Promise<CouchServer> {
  if (couch !== null) await (await couch).restart();
  couch ??= startCouchServer();
  return couch;
}

/** Starts the server with an empty database. */
export async function openNotebookServer(): Promise<NotebookServer> {
  const server = await someCouch();
  const behind = new URL(await server.database());
  const calls: ServedCall[] = [];
  let trap: Trap | null = null;
  let keepsDatabase = false;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const address = incoming.url ?? '';
    // What is asked of the server itself, and not of this database, is passed on as it is.
    const path = address.startsWith(behind.pathname) ? address.slice(behind.pathname.length) : null;
    calls.push({ method: incoming.method ?? '', path: path ?? address, body: body.toString() });
    if (keepsDatabase && path === '' && incoming.method === 'DELETE') {
      outgoing.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"unauthorized"}');
      return;
    }
    const sprung = trap !== null && address.includes(`/${trap.call}`) ? trap : null;
    if (sprung !== null) trap = null;
    if ((await sprung?.spring('unheard')) === true) return;
    const root = new URL(behind);
    if (path === null) root.pathname = '';
    const reply = await pass(root, path ?? address, incoming, body);
    if ((await sprung?.spring('unanswered')) === true) return;
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  }

  const door = (): Server =>
    createServer((incoming, outgoing) => void answer(incoming, outgoing).catch(() => outgoing.destroy()));
  let front = door();
  const open = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      front.once('error', reject);
      front.listen(port, '127.0.0.1', resolve);
    });
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      front.close(() => resolve());
      front.closeAllConnections();
    });
  await open(0);
  const { port } = front.address() as AddressInfo;
  let isUp = true;
  const kill = async (): Promise<void> => {
    isUp = false;
    await Promise.all([shut(), server.kill()]);
  };
  return {
    access: {
      database: `http://127.0.0.1:${port}${behind.pathname}`,
      ...reader,
    },
    port,
    calls,
    dieAt: (call, moment) =>
      new Promise((resolve) => {
        const spring = async (now: Moment): Promise<boolean> => {
          if (now !== moment) return false;
          await kill();
          resolve();
          return true;
        };
        trap = { call, spring };
      }),
    holdAt: (call) =>
      new Promise((resolve) => {
        const spring = (now: Moment): Promise<boolean> =>
          new Promise((done) => {
            if (now === 'unheard') resolve({ letGo: () => done(false) });
            else done(false);
          });
        trap = { call, spring };
      }),
    refuseDrop: (isRefused) => {
      keepsDatabase = isRefused;
    },
    kill,
    restart: async () => {
      if (isUp) return;
      isUp = true;
      await server.restart();
      front = door();
      await open(port);
    },
    look: async (path) => {
      const authorization = `Basic ${Buffer.from(`${reader.name}:${reader.password}`).toString('base64')}`;
      return (await fetch(behind.href + path, { headers: { authorization } })).json();
    },
    close: kill,
  };
}
