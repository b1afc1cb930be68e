import { createRequire } from 'node:module';
import type { AddressInfo, Server } from 'node:net';

/** A server that speaks CouchDB's protocol, on this machine only, with its databases in memory. */
export interface CouchServer {
  /** The address of a new database of it. */
  readonly database: () => Promise<string>;
  /** Ends it in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  /** Has it listen again at the same place, with what it had. */
  readonly restart: () => Promise<void>;
}

interface Listening {
  readonly listen: (
    port: number,
    host: string,
    then: () => void,
  ) => Server & { closeAllConnections: () => void };
}

/** Starts `express-pouchdb` (CouchDB's protocol over PouchDB). */
export async function startCouchServer(): Promise<CouchServer> {
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
  const app = makeApp(pouch.defaults({ adapter: 'memory' }), options);
  const listen = (port: number) =>
    new Promise<ReturnType<Listening['listen']>>((resolve) => {
      const server = app.listen(port, '127.0.0.1', () => resolve(server));
    });
  let server = await listen(0);
  const { port } = server.address() as AddressInfo;
  let databases = 0;
  return {
    database: async () => {
      const address = `http://127.0.0.1:${port}/notes-${databases++}`;
      await fetch(address, { method: 'PUT' });
      return address;
    },
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    restart: async () => {
      server = await listen(port);
    },
  };
}
