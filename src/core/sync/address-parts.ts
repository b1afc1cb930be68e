/** A database's address in the parts that a reader knows. */
export interface AddressParts {
  /** The server's address without the database. */
  readonly server: string;
  /** The server's name, with its port where it has one. */
  readonly host: string;
  /** The database's name. */
  readonly name: string;
}

/** Takes apart what `databaseAddress` has made. Never throws: what is no address is all of it server and host. */
export function addressParts(database: string): AddressParts {
  const cut = database.lastIndexOf('/');
  const server = database.slice(0, cut);
  if (!URL.canParse(server)) return { server: database, host: database, name: '' };
  const { host } = new URL(server);
  const name = database.slice(cut + 1);
  try {
    return { server, host, name: decodeURIComponent(name) };
  } catch {
    return { server, host, name };
  }
}
