import { expect, test } from 'vitest';
import { latestVersions } from '#library/latest-versions.ts';

test('the last visit counts, in whatever order the visits come', () => {
  const at = (annotation: string, seen: string, outcome: 'changed' | 'not-found') =>
    ({ annotation, seen, outcome, exact: null }) as const;
  const latest = latestVersions([
    at('a', '2026-03-02', 'not-found'),
    at('a', '2026-03-01', 'changed'),
    at('b', '2026-03-01', 'changed'),
  ]);
  expect([latest.get('a')?.outcome, latest.get('b')?.outcome, latest.get('c')]).toEqual([
    'not-found',
    'changed',
    undefined,
  ]);
});
