import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';
import { startRealCouch } from './real-couch.ts';

/** A server that speaks CouchDB's protocol, on this machine only. Its databases are read and written as `reader`, with `secret`. */
export interface CouchServer {
  /** The address of a new database of it. */
  readonly database: () => Promise<string>;
  /** Ends it in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Has it listen again at the same place, with what it had. */
  readonly restart: () => Promise<void>;
  /** Ends it for good, with all databases that were made for it. */
  readonly end: () => Promise<void>;
}

interface Listening {
  readonly listen: (
    port: number,
    host: string,
    then: () => void,
  ) => Server & { closeAllConnections: () => void };
}

/**
 * Starts `express-pouchdb` (CouchDB's protocol over PouchDB), with its databases in memory. Where `COUCHDB_URL` names an Apache CouchDB,
 * with an administrator's name and password in it (see compose.yaml), that is taken in its place.
 */
export async function startCouchServer(): Promise<CouchServer> {
  const real = process.env['COUCHDB_URL'] ?? '';
  if (real !== '') return startRealCouch(real);
  const app = pouchApp();
  const listen = (port: number) =>
    new Promise<ReturnType<Listening['listen']>>((resolve) => {
      const server = app.listen(port, '127.0.0.1', () => resolve(server));
    });
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  let databases = 0;
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    database: async () => {
      const address = `http://127.0.0.1:${port}/notes-${databases++}`;
      await fetch(address, { method: 'PUT' });
      return address;
    },
    kill,
    restart: async () => {
      server = await listen(port);
    },
    end: kill,
  };
}

function pouchApp(): Listening {
  // These packages are of the time before types and modules.
  const load = createRequire(import.meta.url);
  const plugins = [
    'pouchdb-adapter-memory',
    'pouchdb-adapter-http',
    'pouchdb-replication',
    'pouchdb-mapreduce',
  ];
  const core = load('pouchdb-core') as {
    plugin: (one: unknown) => never;
    defaults: (options: object) => never;
  };
  const pouch = plugins.reduce<typeof core>((built, name) => built.plugin(load(name)), core);
  const makeApp = load('express-pouchdb') as (pouchdb: unknown, options: object) => Listening;
  const options = { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath: '/dev/null' };
  return makeApp(pouch.defaults({ adapter: 'memory' }), options);
}
