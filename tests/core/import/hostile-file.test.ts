import { describe, expect, it } from 'vitest';
import { readImport } from '#core/import/read-import.ts';

const now = '2026-01-05T00:00:00.000Z';
const read = (name: string, text: string) => {
  const reading = readImport(name, now);
  const [first, last] = [reading.add(text), reading.end()];
  return { label: first.label || last.label, problems: [...first.problems, ...last.problems], last };
};

const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
const context = '"@context":"http://www.w3.org/ns/anno.jsonld"';
const ours = '"body":[{"onrecord:status":"detected","purpose":"identifying"}]';
const fields = ['__proto__', 'constructor', '__defineGetter__', 'toString', 'hasOwnProperty'];

describe('a file made to break its reader', () => {
  it.each(fields)('is read when it has a list called %s', (field) => {
    for (const value of ['[1,{"a":2}]', '{"type":"Annotation"}', '1']) {
      const json = read('a.json', `{"format":"on-record","version":1,"${field}":${value}}`);
      expect([json.label, json.last.refused]).toEqual(['importJson', null]);
      const linked = read('a.jsonld', `{${context},"${field}":${value}}`);
      expect([linked.label, linked.last.refused, linked.problems]).toEqual(['importJsonLd', null, []]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is read when an annotation in it is too deep, which alone is left out', () => {
    const item = `{"type":"Annotation",${ours},"target":{"selector":${deep}}}`;
    const { last, problems } = read('a.jsonld', `{${context},"items":[${item},${item}]}`);
    expect([last.refused, problems.length]).toEqual([null, 2]);
  });

  it('costs as much time as it has items in a list that nobody knows', () => {
    const time = (count: number): number => {
      const text = `{${context},"strange":[${'1,'.repeat(count)}1]}`;
      const start = performance.now();
      read('a.jsonld', text);
      return performance.now() - start;
    };
    time(4_000);
    const [small, large] = [Math.min(time(8_000), time(8_000)), Math.min(time(64_000), time(64_000))];
    expect(large / small).toBeLessThan(30);
  });
});
