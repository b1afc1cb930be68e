import { object, string, where, type Parser } from '#core/guard.ts';
import { serverAccess, type ServerAccess } from '#core/sync/server-access.ts';

const passphrase: Parser<string> = where(string(10_000), (value) => value.length > 0);

export const setUpInput = object<{ access: ServerAccess; passphrase: string; device: string }>({
  access: serverAccess,
  passphrase,
  device: string(200),
});

export const codeInput = object<{ code: string; passphrase: string }>({ code: string(20_000), passphrase });
