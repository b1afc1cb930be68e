import { object, string, where, type Parser } from '#core/guard.ts';
import { isDatabaseAddress } from '#core/sync/database-address.ts';
import type { ServerAccess } from './sync-protocol.ts';

export const serverAccess: Parser<ServerAccess> = object<ServerAccess>({
  database: where(string(2_000), isDatabaseAddress),
  name: string(1_000),
  password: string(1_000),
});

const passphrase: Parser<string> = where(string(10_000), (value) => value.length > 0);

export const setUpInput = object<{ access: ServerAccess; passphrase: string; device: string }>({
  access: serverAccess,
  passphrase,
  device: string(200),
});

export const codeInput = object<{ code: string; passphrase: string }>({ code: string(20_000), passphrase });
