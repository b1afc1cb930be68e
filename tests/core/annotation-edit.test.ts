import { describe, expect, it } from 'vitest';
import { noteOf, tagsOf, withNote, withSpeaker, withStatus, withTags } from '#core/annotation-edit.ts';
import { parseAnnotation } from '#core/annotation-guard.ts';
import { byPosition, exactOf, startOf } from '#core/annotation-passage.ts';
import type { Annotation } from '#core/annotation.ts';
import { quotationRecord } from '#core/quotation-record.ts';
import { detected, plainAnnotation } from './annotation-samples.ts';

const now = '2026-01-06T09:00:00.000Z';

describe('createAnnotation', () => {
  it('makes a record that the guard accepts', () => {
    for (const record of [
      plainAnnotation(),
      plainAnnotation('n', ['t']),
      plainAnnotation('', [], detected),
    ]) {
      expect(parseAnnotation(record)).toStrictEqual(record);
    }
  });

  it('is a highlight without a note and a comment with one', () => {
    expect(plainAnnotation().motivation).toBe('highlighting');
    expect(plainAnnotation('', ['t']).motivation).toBe('highlighting');
    expect(plainAnnotation('n').motivation).toBe('commenting');
  });
});

describe('notes and tags', () => {
  it('keep a note verbatim', () => {
    const note = '  \r\n **a** \u0000\ud83d \n';
    const edited = withNote(plainAnnotation('old', ['t']), note, now);
    expect(noteOf(edited)).toBe(note);
    expect(tagsOf(edited)).toEqual(['t']);
    expect(edited).toMatchObject({
      modified: now,
      created: '2026-01-05T08:00:00.000Z',
      motivation: 'commenting',
    });
  });

  it('take a note away', () => {
    const edited = withNote(plainAnnotation('old', ['t']), '', now);
    expect(noteOf(edited)).toBe('');
    expect(edited.body).toHaveLength(1);
    expect(edited.motivation).toBe('highlighting');
  });

  it('show several notes as one, and make them one when edited', () => {
    const [body] = plainAnnotation('a').body;
    const several: Annotation = {
      ...plainAnnotation(),
      body: body === undefined ? [] : [body, { ...body, value: 'b' }],
    };
    expect(noteOf(several)).toBe('a\n\nb');
    expect(withNote(several, 'c', now).body).toHaveLength(1);
  });

  it('trim tags, drop empty and repeated ones, and keep their order', () => {
    const edited = withTags(plainAnnotation('n', ['old']), [' b ', 'a', '', 'b', '\t'], now);
    expect(tagsOf(edited)).toEqual(['b', 'a']);
    expect(noteOf(edited)).toBe('n');
  });

  it('leave the given record as it was', () => {
    const record = Object.freeze(plainAnnotation('n', ['t'], detected));
    withNote(record, 'x', now);
    withTags(record, [], now);
    withStatus(record, 'rejected', now);
    withSpeaker(record, 'x', now);
    expect(record).toStrictEqual(plainAnnotation('n', ['t'], detected));
  });
});

describe('Machine and human are told apart', () => {
  const record = plainAnnotation('', [], detected);

  it('confirms, rejects, and takes both back', () => {
    expect(withStatus(record, 'confirmed', now).quotation).toEqual({ ...detected, status: 'confirmed' });
    const rejected = withStatus(record, 'rejected', now);
    expect(rejected).toMatchObject({
      motivation: 'assessing',
      quotation: { status: 'rejected', speaker: 'Tomas Reed' },
    });
    expect(withStatus(rejected, 'detected', now)).toMatchObject({
      motivation: 'highlighting',
      quotation: detected,
    });
  });

  it('keeps what the detector had said beside a correction', () => {
    const corrected = withSpeaker(record, ' Ida Marlow ', now);
    expect(corrected.quotation).toEqual({ ...detected, speaker: 'Ida Marlow', status: 'corrected' });
    const again = withSpeaker(corrected, 'Lee Park', now);
    expect(again.quotation).toMatchObject({ speaker: 'Lee Park', detectedSpeaker: 'Tomas Reed' });
    expect(withStatus(again, 'detected', now).quotation).toEqual(detected);
  });

  it('calls it a confirmation when the reader names whom the detector named', () => {
    expect(withSpeaker(record, 'Tomas Reed', now).quotation?.status).toBe('confirmed');
  });

  it.each([null, '', '  '])('takes %j for nobody', (speaker) => {
    expect(withSpeaker(record, speaker, now).quotation).toMatchObject({ speaker: null, status: 'corrected' });
  });

  it('gives a passage of the reader’s own choice a speaker from the reader alone', () => {
    const named = withSpeaker(plainAnnotation(), 'Ida Marlow', now);
    expect(named.quotation).toMatchObject({
      speaker: 'Ida Marlow',
      detectedSpeaker: null,
      status: 'corrected',
      evidence: [],
    });
    expect(parseAnnotation(named)).toStrictEqual(named);
    expect(withStatus(plainAnnotation(), 'confirmed', now)).toStrictEqual(plainAnnotation());
  });

  it('keeps of a detection the words, the evidence and the confidence', () => {
    const text = 'he said: wait';
    const evidence = [{ code: 'pronoun', words: [{ start: 0, end: 2 }] }];
    const speaker = { start: 0, end: 2, text: 'he', person: 'Tomas Reed' };
    const passage = { start: 9, end: 13, kind: 'direct', confidence: 0.7 } as const;
    const quotation = { ...passage, speaker, cue: { start: 3, end: 7 }, evidence };
    expect(quotationRecord(quotation, text)).toEqual(detected);
    const nobody = quotationRecord({ ...quotation, speaker: null, cue: null }, text);
    expect(nobody).toEqual({ ...detected, mention: null, speaker: null, detectedSpeaker: null, cue: null });
  });
});

describe('the passage', () => {
  it('is found among the selectors', () => {
    expect(exactOf(plainAnnotation())).toBe('“Wait,”');
    expect(startOf(plainAnnotation())).toBe(5);
  });

  it('orders by position, time and id; what has no position comes last', () => {
    const record = plainAnnotation();
    const nowhere: Annotation = { ...record, target: { ...record.target, selector: [] } };
    const later: Annotation = { ...record, created: now };
    const other: Annotation = { ...record, id: record.id.replace(/1$/, '2') };
    expect([nowhere, later, other, record].toSorted(byPosition)).toEqual([record, other, later, nowhere]);
    expect(byPosition(nowhere, nowhere)).toBe(0);
    expect(exactOf(nowhere)).toBe('');
  });
});
