import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '#core/annotation.ts';
import { noteOf, tagsOf, withNote } from '#core/annotation-edit.ts';
import type { request } from '#messaging/client.ts';
import { createQuotationModel } from '#popover/quotation-model.ts';
import { fakeBackground, rest } from './fake-background.ts';
import { found, view } from './quotation-sample.ts';

describe('the popover on a quotation', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('keeping makes a record, and it counts as kept only when the store has it', async () => {
    const { store, ask } = fakeBackground();
    const model = createQuotationModel(view, ask);
    model.keep();
    expect(model.record.value).not.toBeNull();
    expect(model.held.value).toBe(false);
    await rest();
    expect(model.held.value).toBe(true);
    expect([...store.values()].map(({ quotation }) => quotation)).toEqual([found]);
  });

  test('a note that another surface wrote meanwhile is not wiped out by the next key', async () => {
    const { store, ask } = fakeBackground();
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
    const { store, calls, ask } = fakeBackground();
    const model = createQuotationModel(view, ask);
    for (const note of ['I', 'I was', 'I was there']) model.setNote(note);
    await rest();
    expect([...store.values()].map(noteOf)).toEqual(['I was there']);
    expect(calls).toEqual(['annotations.put']);
  });

  test('a failed save keeps the text and claims nothing', async () => {
    const { state, store, ask } = fakeBackground();
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

  test('a note that has made the record goes with it, unless there is more by then', async () => {
    const { store, ask } = fakeBackground();
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

  test('a bare rejection is not kept; with a note it is, and stays so when it is taken back', async () => {
    const { store, ask } = fakeBackground();
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
    const { ask } = fakeBackground();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    expect(model.quotation.value).toMatchObject({
      speaker: 'Ana',
      detectedSpeaker: 'Ben',
      status: 'corrected',
    });
    await rest();
  });

  test('what another surface saved is taken over, but never over unsaved text', async () => {
    const { store, ask } = fakeBackground();
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
