import { describe, expect, test } from 'vitest';
import { createAnnotation } from '#core/annotation-edit.ts';
import type { Annotation, QuotationRecord } from '#core/annotation.ts';
import type { QuotationOnPage } from '#ui/article/article-state.ts';
import { groupBySpeaker, inOrder, pairRecords } from '#ui/article/group-by-speaker.ts';

function said(
  exact: string,
  start: number,
  text: string | null,
  person: string | null = text,
): QuotationOnPage {
  const speaker = text === null ? null : { start: 0, end: text.length, text, person };
  return {
    kind: 'direct',
    exact,
    start,
    end: start + exact.length,
    speaker,
    cue: null,
    evidence: [],
    confidence: 1,
  };
}

function record(exact: string, start: number, decided: Partial<QuotationRecord> = {}): Annotation {
  const quotation: QuotationRecord = {
    kind: 'direct',
    mention: null,
    speaker: 'Ana',
    detectedSpeaker: 'Ana',
    cue: null,
    evidence: [],
    confidence: 1,
    status: 'detected',
    ...decided,
  };
  return createAnnotation({
    id: `urn:uuid:${exact}${start}`,
    now: '2026-01-01T00:00:00.000Z',
    source: 'https://example.org/a',
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start, end: start + exact.length },
    ],
    quotation,
  });
}

function speakers(quotations: readonly QuotationOnPage[], saved: readonly Annotation[]) {
  const article = { source: '', title: '', people: [], outcomes: [], quotations, saved };
  return groupBySpeaker(article).map(({ speaker, rows }) => [
    speaker,
    rows.map((row) => row.quotation.exact),
  ]);
}

describe('groupBySpeaker', () => {
  test('in the order in which they first speak, the unnamed last', () => {
    const quotations = [
      said('a', 0, null),
      said('b', 10, 'Ben'),
      said('c', 20, 'she', 'Ana'),
      said('d', 30, 'Ben'),
    ];
    expect(speakers(quotations, [])).toEqual([
      ['Ben', ['b', 'd']],
      ['Ana', ['c']],
      [null, ['a']],
    ]);
  });

  test('words that name nobody stand for their speaker', () => {
    expect(speakers([said('a', 0, 'officials', null)], [])).toEqual([['officials', ['a']]]);
  });

  test('a word such as “they” is nobody’s name', () => {
    expect(speakers([said('a', 0, 'They', null)], [])).toEqual([[null, ['a']]]);
  });

  test('the reader’s word beats the detector’s', () => {
    const corrected = record('a', 0, { speaker: 'Cleo', status: 'corrected' });
    expect(speakers([said('a', 0, 'Ben')], [corrected])).toEqual([['Cleo', ['a']]]);
  });

  test('a record that the reader has not decided on does not freeze an older detection', () => {
    expect(speakers([said('a', 0, 'Ben')], [record('a', 0)])).toEqual([['Ben', ['a']]]);
  });

  test('what was rejected is left out', () => {
    expect(speakers([said('a', 0, 'Ben')], [record('a', 0, { status: 'rejected' })])).toEqual([]);
  });
});

describe('pairRecords', () => {
  test('of two records with the same words, each goes to the quotation that is nearest', () => {
    const [early, late] = [record('No.', 105), record('No.', 900)];
    const rows = pairRecords([said('No.', 100, 'Ana'), said('No.', 910, 'Ben')], [late, early]);
    expect(rows.map((row) => row.record)).toEqual([early, late]);
  });

  test('a record is used once', () => {
    const rows = pairRecords([said('No.', 100, 'Ana'), said('No.', 910, 'Ben')], [record('No.', 100)]);
    expect(rows.map((row) => row.record !== null)).toEqual([true, false]);
  });
});

test('inOrder: as they stand in the article, whoever speaks', () => {
  const quotations = [said('a', 0, 'Ana'), said('b', 10, 'Ben'), said('c', 20, 'Ana')];
  const groups = groupBySpeaker({ source: '', title: '', quotations, people: [], outcomes: [], saved: [] });
  expect(groups.flatMap(({ rows }) => rows).map((row) => row.quotation.exact)).toEqual(['a', 'c', 'b']);
  expect(inOrder(groups).map((row) => row.quotation.exact)).toEqual(['a', 'b', 'c']);
});
