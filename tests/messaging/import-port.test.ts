import { beforeEach, expect, it, vi } from 'vitest';
import { importPort } from '#messaging/import-port.ts';

const fake = vi.hoisted(() => ({
  asked: [] as { readonly name: string; readonly input: unknown }[],
  /** So many questions are lost: the background is ended while it answers. */
  lost: 0,
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'on-record',
      sendMessage: async (message: { readonly name: string; readonly input: unknown }) => {
        fake.asked.push(message);
        if (fake.lost-- > 0) throw new Error('The message channel closed before a response was received.');
        return { ok: true, value: null };
      },
    },
  },
}));

beforeEach(() => {
  fake.asked = [];
  fake.lost = 0;
  vi.stubGlobal('navigator', { locks: { request: async (_name: string, hold: () => unknown) => hold() } });
});

const questions = [
  ['begin', () => importPort.begin(['notes.json'], new AbortController().signal)],
  ['stage', () => importPort.stage('one', 0, {} as never)],
  ['preview', () => importPort.preview('one', 'job')],
  ['left', () => importPort.left()],
  ['drop', () => importPort.drop('one')],
] as const;

it.each(questions)('%s: when the background is ended while it answers, it is asked once more the same', async (name, ask) => {
  fake.lost = 1;
  await ask();
  expect(fake.asked).toHaveLength(2);
  expect(fake.asked[0]?.name).toBe(`import.${name}`);
  expect(fake.asked[1]).toEqual(fake.asked[0]);
}); // prettier-ignore

it.each(questions)('%s: where nobody answers twice, it is said', async (_name, ask) => {
  fake.lost = 2;
  await expect(ask()).rejects.toMatchObject({ code: 'disconnected' });
});
