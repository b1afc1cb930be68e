import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withNote, withStyle } from '#core/annotation-edit.ts';
import { absorbJournal } from '#storage/absorb-journal.ts';
import { getAnnotation, putAnnotation } from '#storage/annotations.ts';
import { tagAnnotations } from '#storage/bulk.ts';
import { redo, undo } from '#storage/history.ts';
import { deleteAnnotations } from '#storage/trash.ts';
import { meet } from './carried-machines.ts';
import { annotation, article, id } from './records.ts';
import { TODAY, keep, both, note, edit, inTrash } from './two-machines.ts';

/** Undo takes back what was done on this machine, and nothing else; a clock that is behind costs nobody a word. */

describe('a clock that is hours behind', () => {
  it('leaves an editor that is open its words: what is taken out does not come back', async () => {
    const [one, other] = await both();
    await putAnnotation(
      one,
      {
        annotation: withNote(annotation({ number: 1 }), 'From a fast clock.', '2026-11-23T14:00:00.000Z'),
        article: article(),
      },
      TODAY,
    );
    await meet(one, other);
    let record = (await getAnnotation(other, id(1))) ?? annotation({ number: 1 });
    const words = ['One two three four.', 'One three four.', 'One four.', 'Four.'];
    for (const [at, text] of words.entries()) {
      const typed = withNote(record, text, new Date(Date.UTC(2026, 10, 23, 12, 0, at)).toISOString());
      record = await putAnnotation(
        other,
        { annotation: typed, article: article(), base: record.modified },
        TODAY,
      );
      // A run in the middle of it.
      await absorbJournal(other, { replica: 'other', now: TODAY });
    }
    await meet(one, other);
    expect(await note(one, 1)).toBe('Four.');
  });
});

describe('undo', () => {
  it('takes back what was done here, and not what another machine has written since', async () => {
    const [one, other] = await both();
    await tagAnnotations(one, { ids: [id(1)], add: ['mine'], remove: [] }, TODAY);
    await meet(one, other);
    await edit(other, 1, (record, now) => withStyle(withNote(record, 'Theirs.', now), 'wave', now));
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    const after = await getAnnotation(other, id(1));
    expect(after).toMatchObject({ target: { styleClass: 'wave' } });
    expect(after && [noteOf(after), tagsOf(after)]).toEqual(['Theirs.', ['kept']]);
    await redo(one);
    await meet(one, other);
    const again = await getAnnotation(other, id(1));
    expect(again && [noteOf(again), tagsOf(again)]).toEqual(['Theirs.', ['kept', 'mine']]);
  });

  it('of a note leaves what another machine has written beside it', async () => {
    const [one, other] = await both();
    await edit(one, 1, (record, now) => withNote(record, 'Here.', now));
    await edit(other, 1, (record, now) => withNote(record, 'There.', now));
    await meet(one, other);
    expect(await note(one, 1)).toContain('There.');
    await undo(one);
    await meet(one, other);
    expect(await note(other, 1)).toContain('There.');
    expect(await note(other, 1)).not.toContain('Here.');
  });

  it('of the first saving leaves what another machine has written on it; what is deleted there stays deleted', async () => {
    const [one, other] = await both();
    await keep(one, [4], 'New.');
    await meet(one, other);
    await edit(other, 4, (record, now) => withNote(record, 'Theirs.', now));
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    expect(await note(other, 4)).toBe('Theirs.');
    await edit(one, 4, (record, now) => withNote(record, 'Mine again.', now));
    await meet(one, other);
    await deleteAnnotations(other, [id(4)], TODAY);
    await meet(one, other);
    await undo(one);
    await meet(one, other);
    expect([await note(one, 4), await inTrash(one)]).toEqual([null, [id(4)]]);
  });

  it('of words that are typed on does not take what came in between', async () => {
    const [one, other] = await both();
    await edit(one, 1, (record, now) => withNote(record, 'One', now));
    await meet(one, other);
    await edit(other, 1, (record, now) => withStyle(withNote(record, 'One\nTheirs', now), 'wave', now));
    await meet(one, other);
    await edit(one, 1, (record, now) => withNote(record, `${noteOf(record)}\nTwo`, now));
    await undo(one);
    await meet(one, other);
    expect(await note(other, 1)).toContain('Theirs');
  });
});
