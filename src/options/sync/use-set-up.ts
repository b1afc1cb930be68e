import { useState } from 'preact/hooks';
import { originPattern } from '#core/sync/database-address.ts';
import type { SyncProblem } from '#core/sync/sync-problem.ts';
import { requestServerAccess } from '#messaging/server-access.ts';
import { request } from '#messaging/client.ts';
import type { ServerAccess, ServerTrial } from '#messaging/sync-protocol.ts';
import { askPatience, runPatience } from './patience.ts';
import {
  type FieldProblems,
  isSameAccess,
  readAccess,
  readPassphrase,
  type SetUpForm,
} from './set-up-form.ts';
import { useOneDeed } from './use-one-deed.ts';

/** So long a device's name may be, in UTF-16 units. */
const LONGEST_NAME = 200;

/** A server that was tried, and what came of it. `denied`: the reader has not let us talk to it. */
export interface Tried {
  readonly access: ServerAccess;
  readonly problem: SyncProblem | 'denied' | null;
  readonly holds: ServerTrial['holds'];
  /** For which button it was: there the answer stands. */
  readonly by: Deed;
}

type Deed = 'test' | 'make' | 'start';

export interface SetUp {
  readonly form: SetUpForm;
  readonly change: (part: Partial<SetUpForm>) => void;
  readonly wrong: FieldProblems;
  /** Counts how often something was wrong when it was asked for. */
  readonly refusals: number;
  readonly tried: Tried | null;
  readonly doing: Deed | null;
  readonly trouble: unknown;
  readonly test: () => void;
  /** Makes the database of the server that was tried. */
  readonly make: () => void;
  readonly start: () => void;
}

/**
 * Setting sync up: nothing is sent before the reader has let us talk to the server, and that is asked for within the click.
 * @param onStarted called when it is set up
 */
export function useSetUp(first: SetUpForm, onStarted: () => void): SetUp {
  const [form, setForm] = useState(first);
  const [wrong, setWrong] = useState<FieldProblems>({});
  const [refusals, setRefusals] = useState(0);
  const [tried, setTried] = useState<Tried | null>(null);
  const { doing, trouble, begin } = useOneDeed<Deed>();

  const refuse = (problems: FieldProblems): void => {
    setWrong(problems);
    setRefusals((count) => count + 1);
  };
  /** Asks for access, then does the work with it; called within a click. */
  const withAccess = (by: Deed, access: ServerAccess, work: () => Promise<void>): void => {
    setWrong({});
    begin(by, async () => {
      const isGranted = await requestServerAccess(originPattern(access.database));
      if (isGranted) await work();
      else fail(access, 'denied', by);
    });
  };
  const fail = (access: ServerAccess, problem: SyncProblem | 'denied', by: Deed): void =>
    setTried({ access, problem, holds: null, by });
  const ask = async (access: ServerAccess, by: Deed): Promise<Tried> => {
    const now = { access, ...(await request('sync.test', access, askPatience)), by };
    setTried(now);
    return now;
  };
  /** The server, if its fields can be used; else they say what is wrong. */
  const accessNow = (more: FieldProblems = {}): ServerAccess | null => {
    const read = readAccess(form);
    const problems = { ...('problems' in read ? read.problems : {}), ...more };
    if ('access' in read && Object.keys(problems).length === 0) return read.access;
    refuse(problems);
    return null;
  };
  const startWith = async (access: ServerAccess, isKnown: boolean): Promise<void> => {
    if (!isKnown) {
      const { problem, holds } = await ask(access, 'start');
      if (problem !== null) return;
      const problems = readPassphrase(form, holds === 'nothing');
      if (Object.keys(problems).length > 0) return refuse(problems);
    }
    const { passphrase, device } = form;
    const { problem } = await request(
      'sync.setUp',
      { access, passphrase, device: device.trim().slice(0, LONGEST_NAME) },
      runPatience,
    );
    if (problem === null) onStarted();
    else fail(access, problem, 'start');
  };
  return {
    form,
    change(part) {
      setForm((now) => ({ ...now, ...part }));
      setWrong((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))));
      if ('server' in part || 'database' in part || 'name' in part || 'password' in part) setTried(null);
    },
    wrong,
    refusals,
    tried,
    doing,
    trouble,
    test() {
      const access = accessNow();
      if (access !== null) withAccess('test', access, async () => void (await ask(access, 'test')));
    },
    make() {
      const access = accessNow();
      if (access === null) return;
      withAccess('make', access, async () => {
        const { problem } = await request('sync.make', access, askPatience);
        if (problem === null) await ask(access, 'make');
        else fail(access, problem, 'make');
      });
    },
    start() {
      const known = tried !== null && tried.problem === null ? tried : null;
      const access = accessNow(readPassphrase(form, known?.holds === 'nothing'));
      if (access === null) return;
      const isKnown = known !== null && isSameAccess(known.access, access);
      withAccess('start', access, () => startWith(access, isKnown));
    },
  };
}
