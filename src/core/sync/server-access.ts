import { object, string, where, type Parser } from '#core/guard.ts';
import { isDatabaseAddress } from './database-address.ts';

/** A database of a server, and who may use it. */
export interface ServerAccess {
  /** `https://couch.example/notes`, or `http:` on this very machine: without a slash at its end, a question mark or a name in it. */
  readonly database: string;
  readonly name: string;
  readonly password: string;
}

export const serverAccess: Parser<ServerAccess> = object<ServerAccess>({
  database: where(string(2_000), isDatabaseAddress),
  name: string(1_000),
  password: string(1_000),
});
