import { describe, expect, test } from 'vitest';
import { createAnnotation, withNote, withStatus } from '#core/annotation-edit.ts';
import type { SearchHit } from '#messaging/protocol.ts';
import { groupByArticle, groupByPerson, splitKept } from '#library/group-hits.ts';

function hit(source: string, start: number, speaker: string | null): SearchHit {
  const now = '2026-01-01T00:00:00.000Z';
  const article = {
    source,
    title: source,
    byline: null,
    outlet: null,
    language: null,
    published: null,
    firstSeen: now,
    lastSeen: now,
  };
  const annotation = createAnnotation({
    id: `urn:uuid:${source}${start}`,
    now,
    source,
    selector: [{ type: 'TextPositionSelector', start, end: start + 1 }],
    quotation: {
      kind: 'direct',
      mention: null,
      speaker,
      detectedSpeaker: speaker,
      cue: null,
      evidence: [],
      confidence: 1,
      status: 'detected',
    },
  });
  return { annotation, article };
}

const shape = (hits: readonly SearchHit[]) =>
  hits.map(({ annotation }) => annotation.id.replace('urn:uuid:', ''));

describe('the library’s order', () => {
  test('nothing', () => {
    expect(groupByArticle([])).toEqual([]);
    expect(groupByPerson([], 'en')).toEqual([]);
  });

  test('by article: the newest first, within it as on the page', () => {
    const groups = groupByArticle([hit('b', 9, 'X'), hit('a', 5, 'X'), hit('b', 2, 'X')]);
    expect(groups.map(({ article, hits }) => [article.source, shape(hits)])).toEqual([
      ['b', ['b2', 'b9']],
      ['a', ['a5']],
    ]);
  });

  test('a refused passage is kept when it has a note, and then nobody says it', () => {
    const now = '2026-01-02T00:00:00.000Z';
    const { annotation, article } = hit('a', 1, 'Ben');
    const bare = { annotation: withStatus(annotation, 'rejected', now), article };
    const noted = { annotation: withNote(bare.annotation, 'n', now), article };
    const plain = hit('a', 2, 'Ben');
    expect(splitKept([bare, noted, plain])).toEqual([[noted, plain], [bare]]);
    expect(groupByPerson([noted, plain], 'en').map(({ speaker }) => speaker)).toEqual(['Ben', null]);
  });

  test('by person: in the alphabet of the locale, the unnamed last', () => {
    const hits = [
      hit('a', 1, null),
      hit('a', 2, 'Zoe'),
      hit('a', 3, 'Änne'),
      hit('b', 4, 'Zoe'),
      hit('b', 5, 'Bea'),
    ];
    const groups = groupByPerson(hits, 'de');
    expect(groups.map(({ speaker, hits }) => [speaker, shape(hits)])).toEqual([
      ['Änne', ['a3']],
      ['Bea', ['b5']],
      ['Zoe', ['a2', 'b4']],
      [null, ['a1']],
    ]);
  });
});
