import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation, ArticleRecord, QuotationRecord } from '#core/annotation.ts';
import { noteOf, styleOf, tagsOf, withNote } from '#core/annotation-edit.ts';
import type { request } from '#messaging/client.ts';
import type { SubjectView } from '#messaging/protocol.ts';
import { createQuotationModel } from '#popover/quotation-model.ts';

const article: ArticleRecord = {
  source: 'https://example.org/a',
  title: 'A',
  byline: null,
  outlet: null,
  language: 'en',
  section: null,
  published: null,
  modified: null,
  origins: {},
  firstSeen: '2026-01-01T00:00:00.000Z',
  lastSeen: '2026-01-01T00:00:00.000Z',
};
const found: QuotationRecord = {
  kind: 'direct',
  mention: 'he',
  speaker: 'Ben',
  detectedSpeaker: 'Ben',
  cue: 'said',
  evidence: [],
  confidence: 0.9,
  status: 'detected',
};
const view: Extract<SubjectView, { type: 'quotation' }> = {
  type: 'quotation',
  intent: 'show',
  article,
  annotation: null,
  outcome: 'exact',
  passage: {
    exact: 'No.',
    selector: [{ type: 'TextQuoteSelector', exact: 'No.', prefix: '', suffix: '' }],
    start: 0,
    before: '',
    after: '',
  },
  found,
  people: ['Ben'],
  roles: [[]],
  others: 0,
  rank: { number: 2, count: 7 },
  decisions: [],
};

/** A background with a store and a trash. `fail` makes the next requests fail. */
function background() {
  const store = new Map<string, Annotation>();
  const trash = new Map<string, Annotation>();
  const calls: string[] = [];
  const state = { fail: false };
  const answer = async (name: string, input: { id: string; annotation: Annotation }): Promise<unknown> => {
    calls.push(name);
    await Promise.resolve();
    if (state.fail) throw Object.assign(new Error('no'), { code: 'disk-full' });
    if (name === 'annotations.put') {
      store.set(input.annotation.id, input.annotation);
      return input.annotation;
    }
    if (name === 'annotations.get') return store.get(input.id) ?? null;
    const [from, to] = name === 'annotations.delete' ? [store, trash] : [trash, store];
    const annotation = from.get(input.id);
    if (annotation === undefined) throw Object.assign(new Error('no'), { code: 'not-found' });
    from.delete(input.id);
    to.set(input.id, annotation);
    return name === 'annotations.delete' ? null : annotation;
  };
  return { store, trash, calls, state, ask: answer as unknown as typeof request };
}

const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(400);

describe('the popover on a quotation', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a mark style keeps the passage; the way back takes it away again', async () => {
    const { store, trash, ask } = background();
    const model = createQuotationModel(view, ask);
    model.setStyle('green');
    await rest();
    expect([...store.values()].map(styleOf)).toEqual(['green']);
    expect(model.undo.value?.what).toBe('styled');
    model.undo.value?.back();
    await rest();
    expect([store.size, trash.size, model.record.value]).toEqual([0, 1, null]);
  });

  test('undoing a style or tags takes back only these', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.keep();
    await rest();
    model.setTags(['bridge']);
    await rest();
    model.setStyle('rose');
    await rest();
    // Another surface writes a note meanwhile.
    const [kept] = store.values();
    if (kept === undefined) throw new Error('not kept');
    store.set(kept.id, withNote(kept, 'theirs', '2026-03-01T00:00:00.000Z'));
    model.refresh();
    await rest();
    model.undo.value?.back();
    await rest();
    const [left] = store.values();
    expect(left && [styleOf(left), noteOf(left), tagsOf(left)]).toEqual([null, 'theirs', ['bridge']]);
    model.setTags(['bridge', 'promises']);
    expect(model.undo.value?.what).toBe('tagged');
    model.undo.value?.back();
    expect(model.tags.value).toEqual(['bridge']);
  });

  test('keeping makes a record, and it counts as kept only when the store has it', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.keep();
    expect(model.record.value).not.toBeNull();
    expect(model.held.value).toBe(false);
    await rest();
    expect(model.held.value).toBe(true);
    expect([...store.values()].map(({ quotation }) => quotation)).toEqual([found]);
  });

  test('a note that another surface wrote meanwhile is not wiped out by the next key', async () => {
    const { store, ask } = background();
    const bases: (string | null)[] = [];
    const merging = (async (
      name: string,
      input: { id: string; annotation: Annotation; base: string | null },
    ) => {
      const reply = await (ask as unknown as (name: string, input: unknown) => Promise<unknown>)(name, input);
      if (name !== 'annotations.put') return reply;
      bases.push(input.base);
      if (bases.length > 1) return reply;
      model.setNote('mine, and more');
      const merged = withNote(input.annotation, 'mine\n\ntheirs', '2026-01-02T00:00:00.000Z');
      store.set(merged.id, merged);
      return merged;
    }) as unknown as typeof request;
    const model = createQuotationModel(view, merging);
    model.setNote('mine');
    await rest();
    await rest();
    expect(bases).toEqual([null, null]);
    expect(model.note.value).toBe('mine, and more');
    expect(model.isJoined.value).toBe(true);
  });

  test('typing a note on what is not kept keeps it, once', async () => {
    const { store, calls, ask } = background();
    const model = createQuotationModel(view, ask);
    for (const note of ['I', 'I was', 'I was there']) model.setNote(note);
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['I was there']);
    expect(calls).toEqual(['annotations.put']);
  });

  test('a failed save keeps the text and claims nothing', async () => {
    const { state, store, ask } = background();
    const model = createQuotationModel(view, ask);
    state.fail = true;
    model.setNote('precious');
    await rest();
    expect(model.note.value).toBe('precious');
    expect(model.held.value).toBe(false);
    expect(model.saving.state.value).toBe('failed');
    state.fail = false;
    model.saving.flush();
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['precious']);
  });

  test('deleting and taking it back brings the note back', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.setNote('precious');
    model.remove();
    await rest();
    expect(store.size).toBe(0);
    expect(model.record.value).toBeNull();
    model.undo.value?.back();
    await rest();
    expect(model.note.value).toBe('precious');
    expect(store.size).toBe(1);
    expect(model.undo.value).toBeNull();
    expect(model.told.value?.how).toBe('undone');
  });

  test('deleting what could not be saved asks the store for nothing, and can be taken back', async () => {
    const { state, store, calls, ask } = background();
    const model = createQuotationModel(view, ask);
    state.fail = true;
    model.setNote('precious');
    model.remove();
    await rest();
    expect(calls).not.toContain('annotations.delete');
    state.fail = false;
    model.undo.value?.back();
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['precious']);
  });

  test('a note is told when the reader turns to something else, and taken back as one', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.keep();
    await rest();
    model.setNote('a');
    model.setNote('ab');
    expect(model.undo.value).toBeNull();
    model.endNote();
    await rest();
    expect(model.undo.value?.what).toBe('noted');
    expect([...store.values()].map(noteOf)).toEqual(['ab']);
    model.undo.value?.back();
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['']);
    expect(model.kept.value).toBe(true);
  });

  test('a note that has made the record goes with it, unless there is more by then', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.setNote('only this');
    model.endNote();
    await rest();
    model.undo.value?.back();
    await rest();
    expect([store.size, model.record.value]).toEqual([0, null]);
    model.setNote('and a tag');
    model.endNote();
    const back = model.undo.value?.back;
    model.setTags(['t']);
    back?.();
    await rest();
    expect([...store.values()].map((one) => [noteOf(one), tagsOf(one)])).toEqual([['', ['t']]]);
  });

  test('a note that was left as it was is nothing to take back', () => {
    const model = createQuotationModel(view, background().ask);
    model.setNote('a');
    model.setNote('');
    model.endNote();
    expect(model.undo.value).toBeNull();
  });

  test('a rejection is kept as the reader’s word, and taken back leaves nothing behind', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.reject();
    await rest();
    expect([...store.values()].map(({ quotation }) => quotation?.status)).toEqual(['rejected']);
    model.undo.value?.back();
    await rest();
    expect(store.size).toBe(0);
    expect(model.quotation.value).toEqual(found);
  });

  test('a rejection of what was corrected is taken back to the correction', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    await rest();
    model.reject();
    await rest();
    model.undo.value?.back();
    await rest();
    expect([...store.values()].map(({ quotation }) => [quotation?.status, quotation?.speaker])).toEqual([
      ['corrected', 'Ana'],
    ]);
  });

  test('a correction is taken back to what was detected', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    await rest();
    model.uncorrect();
    await rest();
    expect([...store.values()].map(({ quotation }) => quotation)).toEqual([found]);
  });

  test('a bare rejection is not kept; with a note it is, and stays so when it is taken back', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.reject();
    await rest();
    expect(model.kept.value).toBe(false);
    model.setNote('a title, not a voice');
    await rest();
    expect(model.kept.value).toBe(true);
    model.accept();
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['a title, not a voice']);
    expect(model.quotation.value?.status).toBe('detected');
    expect(model.kept.value).toBe(true);
  });

  test('a correction keeps what the detector had said', async () => {
    const { ask } = background();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    expect(model.quotation.value).toMatchObject({
      speaker: 'Ana',
      detectedSpeaker: 'Ben',
      status: 'corrected',
    });
    await rest();
  });

  test('confirming is told, taken back to what was found, and done again', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.confirm();
    await rest();
    expect(model.told.value).toMatchObject({ how: 'done', deed: { what: 'confirmed' } });
    expect([...store.values()].map(({ quotation }) => quotation?.status)).toEqual(['confirmed']);
    model.undoLast();
    await rest();
    expect([store.size, model.quotation.value]).toEqual([0, found]);
    expect(model.told.value?.how).toBe('undone');
    model.redoLast();
    await rest();
    expect([...store.values()].map(({ quotation }) => quotation?.status)).toEqual(['confirmed']);
  });

  test('keeping is taken back, and the same record comes again, with what it has got meanwhile', async () => {
    const { store, trash, ask } = background();
    const model = createQuotationModel(view, ask);
    model.keep();
    await rest();
    const id = model.record.value?.id ?? '';
    const kept = store.get(id);
    if (kept === undefined) throw new Error('not kept');
    store.set(id, withNote(kept, 'from the library', '2026-03-01T00:00:00.000Z'));
    model.undoLast();
    await rest();
    expect([store.size, [...trash.keys()]]).toEqual([0, [id]]);
    expect(model.redoLast()).toBe(true);
    await rest();
    expect([...store.values()].map((one) => [one.id, noteOf(one)])).toEqual([[id, 'from the library']]);
    expect(model.note.value).toBe('from the library');
  });

  test('each is taken back and done again, one after the other', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.setStyle('green');
    model.correctSpeaker('Ana');
    model.setKind('mixed');
    model.setTags(['t']);
    model.setNote('n');
    model.endNote();
    await rest();
    const state = (): unknown => {
      const [one] = store.values();
      return one && [styleOf(one), one.quotation?.speaker, one.quotation?.kind, tagsOf(one), noteOf(one)];
    };
    const all = state();
    expect(all).toEqual(['green', 'Ana', 'mixed', ['t'], 'n']);
    for (let step = 0; step < 5; step++) {
      expect(model.undoLast()).toBe(true);
      await rest();
    }
    expect([store.size, model.undoLast()]).toEqual([0, false]);
    for (let step = 0; step < 5; step++) {
      expect(model.redoLast()).toBe(true);
      await rest();
    }
    expect([state(), model.redoLast()]).toEqual([all, false]);
  });

  test('a correction that was taken away comes back by Undo', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    await rest();
    model.uncorrect();
    await rest();
    expect(model.told.value?.deed.what).toBe('uncorrected');
    model.undoLast();
    await rest();
    expect([...store.values()].map(({ quotation }) => quotation?.speaker)).toEqual(['Ana']);
  });

  test('what cannot be taken back is said, and stays to be taken back', async () => {
    const { store, state, ask } = background();
    const model = createQuotationModel(view, ask);
    model.setStyle('green');
    await rest();
    state.fail = true;
    model.undoLast();
    await rest();
    expect([model.trouble.value === null, model.told.value, store.size]).toEqual([false, null, 1]);
    state.fail = false;
    model.undoLast();
    await rest();
    expect(store.size).toBe(0);
  });

  test('what another surface saved is taken over, but never over unsaved text', async () => {
    const { store, ask } = background();
    const model = createQuotationModel(view, ask);
    model.keep();
    await rest();
    const id = model.record.value?.id ?? '';
    const other = store.get(id);
    if (other === undefined) throw new Error('nothing was kept');
    const note = {
      type: 'TextualBody',
      purpose: 'commenting',
      value: 'from the library',
      format: 'text/markdown',
    } as const;
    store.set(id, { ...other, body: [note] });
    model.setNote('typing');
    model.refresh();
    expect(model.note.value).toBe('typing');
    await rest();
    store.set(id, { ...other, body: [note] });
    model.refresh();
    await rest();
    expect(model.note.value).toBe('from the library');
  });
});
