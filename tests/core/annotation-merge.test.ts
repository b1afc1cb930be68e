import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noteOf,
  styleOf,
  tagsOf,
  withNote,
  withSpeaker,
  withStatus,
  withStyle,
} from '#core/annotation-edit.ts';
import { mergeAnnotation, mergeArticle } from '#core/merge-annotation.ts';
import { hasBeenJoined, mergeNotes, withoutWriting } from '#core/merge-notes.ts';
import { anyAnnotation, anyArticle, detected, hostileText, plainAnnotation } from './annotation-samples.ts';

const rule = '\n\n---\n\n';

describe('mergeNotes', () => {
  it.each([
    ['the same', 'a', 'a', 'a'],
    ['nothing there', 'a', '', 'a'],
    ['nothing here', '', 'a', 'a'],
    ['both', 'a', 'b', `a${rule}b`],
    ['mine goes on', 'a and more', 'a', 'a and more'],
    ['theirs goes on', 'a', 'a and more', 'a and more'],
    ['saved again after a merge', 'mine, longer', `mine${rule}theirs`, `mine, longer${rule}theirs`],
    ['saved again with all of it', `mine${rule}theirs`, `mine${rule}theirs`, `mine${rule}theirs`],
    ['their line within mine', 'one\ntwo\nthree', 'two', 'one\ntwo\nthree'],
    ['their word within mine is another text', 'untwoed', 'two', `untwoed${rule}two`],
    ['three editors', `c${rule}a`, `b${rule}a`, `c${rule}a${rule}b`],
  ])('%s', (_what, mine, theirs, expected) => {
    expect(mergeNotes(mine, theirs)).toBe(expected);
  });

  it('loses no part of either, and settles', () => {
    const note = fc.oneof(
      hostileText,
      fc.array(hostileText, { maxLength: 3 }).map((parts) => parts.join(rule)),
    );
    fc.assert(
      fc.property(note, note, (mine, theirs) => {
        const merged = mergeNotes(mine, theirs);
        for (const part of [mine, ...theirs.split(rule)]) expect(merged).toContain(part.trim());
        expect(merged.length).toBeLessThanOrEqual(mine.length + theirs.length + rule.length);
        expect(mergeNotes(merged, theirs)).toBe(merged);
        expect(mergeNotes(merged, mine)).toBe(merged);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('hasBeenJoined', () => {
  it.each([
    ['another place has added to it', 'mine', `mine${rule}theirs`, true],
    ['another place has gone before it', 'mine', `theirs${rule}mine`, true],
    ['it is as it was written', 'mine', 'mine ', false],
    ['another place has replaced it', 'mine', 'theirs', false],
    ['nothing was written', ' ', 'theirs', false],
  ])('%s', (_what, mine, now, expected) => {
    expect(hasBeenJoined(mine, now)).toBe(expected);
  });
});

describe('withoutWriting', () => {
  it.each([
    ['nothing came between', 'old and new', 'old and new', 'old', 'old'],
    ['what another place wrote stays', `new${rule}theirs`, 'new', '', 'theirs'],
    ['beside what was there before', `old, new${rule}theirs`, 'old, new', 'old', `old${rule}theirs`],
    ['another place has gone on with it', 'new, and theirs', 'new', 'old', `old${rule}new, and theirs`],
    ['a note that was cleared', 'theirs', '', 'old', `old${rule}theirs`],
  ])('%s', (_what, now, mine, before, expected) => {
    expect(withoutWriting(now, mine, before)).toBe(expected);
  });
});

describe('mergeAnnotation', () => {
  const base = plainAnnotation('', [], detected);

  it('a mark style that only one has given stays; of two, mine', () => {
    const [green, rose] = ['green', 'rose'].map((style) => withStyle(base, style, base.modified));
    if (green === undefined || rose === undefined) throw new Error('no styles');
    expect(styleOf(mergeAnnotation(base, rose))).toBe('rose');
    expect(styleOf(mergeAnnotation(green, base))).toBe('green');
    expect(styleOf(mergeAnnotation(green, rose))).toBe('green');
    expect(styleOf(mergeAnnotation(base, base))).toBeNull();
  });

  it('keeps both notes, all tags, the earlier beginning, and is later than both', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, (mine, theirs) => {
        const merged = mergeAnnotation(mine, theirs);
        expect(noteOf(merged)).toBe(mergeNotes(noteOf(mine), noteOf(theirs)));
        const tags = [...tagsOf(mine), ...tagsOf(theirs)]
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '');
        expect(new Set(tagsOf(merged))).toEqual(new Set(tags));
        expect(merged.created <= mine.created && merged.created <= theirs.created).toBe(true);
        expect(Date.parse(merged.modified)).toBeGreaterThan(
          Math.max(Date.parse(mine.modified), Date.parse(theirs.modified)),
        );
        expect(merged.id).toBe(mine.id);
      }),
      { numRuns: 200 },
    );
  });

  it('does not undo a decision that the other editor had not seen', () => {
    const decided = withSpeaker(base, 'Ida Marlow', base.modified);
    const noted = withNote(base, 'n', base.modified);
    expect(mergeAnnotation(noted, decided).quotation).toEqual(decided.quotation);
    expect(mergeAnnotation(decided, noted).quotation).toEqual(decided.quotation);
  });

  it('takes the later of two decisions', () => {
    const confirmed = withStatus(base, 'confirmed', base.modified);
    const rejected = withStatus(base, 'rejected', base.modified);
    expect(mergeAnnotation(rejected, confirmed)).toMatchObject({
      motivation: 'assessing',
      quotation: { status: 'rejected' },
    });
    expect(mergeAnnotation(plainAnnotation(), confirmed).quotation?.status).toBe('confirmed');
  });
});

describe('mergeArticle', () => {
  it('keeps the newer word where there is one, and both ends of time', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (earlier, later) => {
        const merged = mergeArticle(earlier, later);
        expect(merged.title).toBe(later.title || earlier.title);
        expect(merged.byline).toBe(later.byline ?? earlier.byline);
        expect(merged.section).toBe(later.section ?? earlier.section);
        expect(merged.modified).toBe(later.modified ?? earlier.modified);
        expect(merged.origins.title).toBe((later.title === '' ? earlier : later).origins.title);
        expect(merged.origins.modified).toBe((later.modified === null ? earlier : later).origins.modified);
        expect([earlier.firstSeen, later.firstSeen].toSorted()[0]).toBe(merged.firstSeen);
        expect([earlier.lastSeen, later.lastSeen].toSorted()[1]).toBe(merged.lastSeen);
        expect(mergeArticle(merged, later)).toEqual(merged);
      }),
      { numRuns: 200 },
    );
  });
});
