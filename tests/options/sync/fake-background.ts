import type { SyncRequests, SyncState } from '#messaging/sync-protocol.ts';

type Answers = {
  [Name in keyof SyncRequests]?: (
    input: Parameters<SyncRequests[Name]>[0],
  ) => ReturnType<SyncRequests[Name]> | Promise<ReturnType<SyncRequests[Name]>>;
};

const off: SyncState = {
  server: null,
  isRunning: false,
  last: null,
  lastGood: null,
  waiting: 0,
  next: null,
  devices: [],
};

/** Where a server is set up and all is well. */
export const on: SyncState = {
  ...off,
  server: { database: 'https://couch.example.org/notes', name: 'ana' },
  last: {
    at: '2026-03-04T07:00:00.000Z',
    sent: 1,
    taken: 2,
    unreadable: 0,
    refused: 0,
    problem: null,
    much: null,
  },
  lastGood: '2026-03-04T07:00:00.000Z',
};

/** What the reader is asked and what the background is, in order, and what they answer. */
export const fake = {
  log: [] as string[],
  inputs: [] as unknown[],
  answers: {} as Answers,
  isGranted: true,
  state: off,
  begin(state: SyncState = off): void {
    fake.log.length = 0;
    fake.inputs.length = 0;
    fake.answers = {};
    fake.isGranted = true;
    fake.state = state;
  },
  /** What was asked but how sync stands, which is looked at again and again. */
  asked: (): readonly string[] => fake.log.filter((name) => name !== 'sync.state'),
};

const silent = { addListener: () => undefined, removeListener: () => undefined };

/** Stands in for webextension-polyfill. */
export const browser = {
  runtime: {
    id: 'a test',
    getURL: (path: string) => `chrome-extension://a-test/${path}`,
    sendMessage: async ({ name, input }: { name: keyof SyncRequests; input: never }) => {
      fake.log.push(name);
      fake.inputs.push(input);
      const answer = fake.answers[name] as ((input: never) => unknown) | undefined;
      if (answer !== undefined) return { ok: true, value: await answer(input) };
      return name === 'sync.state' ? { ok: true, value: fake.state } : { ok: false, error: 'bad-message' };
    },
  },
  permissions: {
    contains: async () => false,
    request: async ({ origins }: { origins: readonly string[] }) => {
      fake.log.push(`access ${origins.join(' ')}`);
      return fake.isGranted;
    },
  },
  storage: { local: { onChanged: silent, get: async () => ({}), set: async () => undefined } },
};
