import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { request } from '#messaging/client.ts';
import { createPersonModel, type PersonView } from '#popover/person-model.ts';
import { rest } from './fake-background.ts';
import { article } from './quotation-sample.ts';

const view: PersonView = {
  type: 'person',
  article,
  person: { name: 'Ana', aliases: [], roles: [], gender: null, mentions: [], evidence: [], confidence: 1 },
  sayings: [],
  others: ['Anna B.'],
  known: null,
  decisions: [],
};

/** A background with a history: two people, who are one after a merge. */
function background() {
  const state = { joined: false, change: 7, decision: false, fail: false, note: '' };
  const calls: string[] = [];
  const person = () =>
    state.joined ? { id: 'other', note: 'theirs' } : { id: 'own', note: state.note, modified: 'now' };
  const answer = async (name: string, input: Readonly<Record<string, unknown>> | null): Promise<unknown> => {
    calls.push(name);
    await Promise.resolve();
    if (state.fail) throw Object.assign(new Error('no'), { code: 'disk-full' });
    if (name === 'people.meet') return person();
    if (name === 'people.note') {
      state.note = String(input?.['note']);
      return person();
    }
    if (name === 'decisions.put') state.decision = input?.['takeBack'] !== true;
    if (name === 'people.merge') state.joined = true;
    if (name === 'history.state') return { undo: { number: state.change }, redo: null };
    if (name === 'history.undo' || name === 'history.redo') {
      if (input?.['expected'] !== state.change) throw new Error('another change');
      state.joined = name === 'history.redo';
    }
    return null;
  };
  return { state, calls, ask: answer as unknown as typeof request };
}

describe('the popover on a person', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a note is told when the reader turns to something else, taken back, and written again', async () => {
    const { state, ask } = background();
    const model = createPersonModel(view, ask);
    model.setNote('an ');
    model.setNote('an engineer');
    expect(model.told.value).toBeNull();
    model.endNote();
    await rest();
    expect([state.note, model.told.value?.deed.what]).toEqual(['an engineer', 'noted']);
    expect(model.undoLast()).toBe(true);
    await rest();
    expect([state.note, model.note.value, model.told.value?.how]).toEqual(['', '', 'undone']);
    expect(model.redoLast()).toBe(true);
    await rest();
    expect([state.note, model.note.value]).toEqual(['an engineer', 'an engineer']);
  });

  test.each(['nobody', 'same'] as const)('“%s” is taken back and said again', async (what) => {
    const { state, ask } = background();
    const model = createPersonModel(view, ask);
    if (what === 'nobody') model.reject();
    else model.sameAs('Anna B.');
    await rest();
    expect([state.decision, model.isSettled.value, model.told.value?.deed.what]).toEqual([true, true, what]);
    model.undoLast();
    await rest();
    expect([state.decision, model.isSettled.value]).toEqual([false, false]);
    model.redoLast();
    await rest();
    expect([state.decision, model.isSettled.value]).toEqual([true, true]);
  });

  test('joined with somebody of the library, the note is theirs; parted again it is one’s own', async () => {
    const { state, calls, ask } = background();
    const model = createPersonModel(view, ask);
    model.joinWith({ id: 'other', name: 'Ana Other' });
    await rest();
    expect([state.joined, model.note.value]).toEqual([true, 'theirs']);
    model.undoLast();
    await rest();
    expect([state.joined, model.note.value]).toEqual([false, '']);
    model.redoLast();
    await rest();
    expect([state.joined, calls.filter((name) => name === 'people.merge').length]).toEqual([true, 1]);
  });

  test('a note that another place wrote meanwhile is not wiped out by the next key', async () => {
    const bases: unknown[] = [];
    const ask = (async (name: string, input: Readonly<Record<string, unknown>>) => {
      await Promise.resolve();
      if (name === 'people.meet') return { id: 'own', note: '', modified: 'first' };
      bases.push(input['base']);
      if (bases.length === 1) model.setNote('mine, and more');
      return { id: 'own', note: `${String(input['note'])}, theirs`, modified: 'second' };
    }) as unknown as typeof request;
    const model = createPersonModel(view, ask);
    model.setNote('mine');
    await rest();
    await rest();
    expect([bases, model.note.value]).toEqual([['first', 'first'], 'mine, and more, theirs']);
    expect(model.isJoined.value).toBe(true);
  });

  test('what the store refuses is said, and nothing is told as done', async () => {
    const { state, ask } = background();
    const model = createPersonModel(view, ask);
    state.fail = true;
    model.reject();
    await rest();
    expect([model.told.value, model.isSettled.value, model.trouble.value === null]).toEqual([
      null,
      false,
      false,
    ]);
  });
});
