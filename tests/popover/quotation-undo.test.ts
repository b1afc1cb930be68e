import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noteOf, styleOf, tagsOf, withNote } from '#core/annotation-edit.ts';
import { createQuotationModel } from '#popover/quotation-model.ts';
import { fakeBackground, rest } from './fake-background.ts';
import { found, view } from './quotation-sample.ts';

describe('the popover on a quotation: what is taken back and done again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a mark style keeps the passage; the way back takes it away again', async () => {
    const { store, trash, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
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

  test('deleting and taking it back brings the note back', async () => {
    const { store, ask } = fakeBackground();
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
    const { state, store, calls, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
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

  test('a note that was left as it was is nothing to take back', () => {
    const model = createQuotationModel(view, fakeBackground().ask);
    model.setNote('a');
    model.setNote('');
    model.endNote();
    expect(model.undo.value).toBeNull();
  });

  test('a rejection is kept as the reader’s word, and taken back leaves nothing behind', async () => {
    const { store, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
    const model = createQuotationModel(view, ask);
    model.correctSpeaker('Ana');
    await rest();
    model.uncorrect();
    await rest();
    expect([...store.values()].map(({ quotation }) => quotation)).toEqual([found]);
  });

  test('confirming is told, taken back to what was found, and done again', async () => {
    const { store, ask } = fakeBackground();
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
    const { store, trash, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
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
    const { store, ask } = fakeBackground();
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
    const { store, state, ask } = fakeBackground();
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
});
