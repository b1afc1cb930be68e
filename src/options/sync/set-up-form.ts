import { type AddressProblem, databaseAddress } from '#core/sync/database-address.ts';
import type { ServerAccess } from '#messaging/sync-protocol.ts';

/** What the reader types to set sync up. It lives in the page only, and goes with it. */
export interface SetUpForm {
  readonly server: string;
  readonly database: string;
  readonly name: string;
  readonly password: string;
  readonly passphrase: string;
  /** The passphrase once more, where it is chosen. */
  readonly again: string;
  readonly device: string;
}

/** What is wrong with a field. */
export type FieldProblem = AddressProblem | 'no-passphrase' | 'easy' | 'not-same' | 'no-code';
export type FieldProblems = Readonly<Partial<Record<keyof SetUpForm, FieldProblem>>>;

/** A new passphrase is as long as this at least, in UTF-16 units: whoever has the server's copy can try as many as they like. */
const LEAST = 10;

/** The server of a form, or what is wrong with it. */
export function readAccess(
  form: SetUpForm,
): { readonly access: ServerAccess } | { readonly problems: FieldProblems } {
  const read = databaseAddress(form.server, form.database);
  if ('address' in read)
    return { access: { database: read.address, name: form.name, password: form.password } };
  // Of two that are wrong it names the first: each is tried beside one that is right.
  const server = databaseAddress(form.server, 'notes');
  const database = databaseAddress('localhost', form.database);
  return {
    problems: {
      ...('problem' in server ? { server: server.problem } : {}),
      ...('problem' in database ? { database: database.problem } : {}),
    },
  };
}

/**
 * What is wrong with a form's passphrase; nothing when it will do.
 * @param isNew whether it is chosen now: then it is typed twice, and must not be too short
 */
export function readPassphrase({ passphrase, again }: SetUpForm, isNew: boolean): FieldProblems {
  if (passphrase === '') return { passphrase: 'no-passphrase' };
  if (!isNew) return {};
  if (passphrase.length < LEAST) return { passphrase: 'easy' };
  return passphrase === again ? {} : { again: 'not-same' };
}

/** Whether they are the same place for the same user. */
export function isSameAccess(one: ServerAccess, other: ServerAccess): boolean {
  return one.database === other.database && one.name === other.name && one.password === other.password;
}
