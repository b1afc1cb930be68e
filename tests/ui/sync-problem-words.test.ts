import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { syncProblems } from '#core/sync/sync-problem.ts';
import { syncProblemWords } from '#ui/sync-problem-words.ts';
import { useLocale } from './use-locale.ts';

describe.each(readdirSync('public/_locales'))('in %s', (locale) => {
  test('each problem of sync has a sentence of its own, with the server and the database by name', () => {
    useLocale(locale);
    const said = syncProblems.map((problem) => syncProblemWords(problem, 'https://couch.example.org/notes'));
    expect(new Set(said).size).toBe(syncProblems.length);
    for (const sentence of said) {
      expect(sentence).not.toMatch(/^sync|\$\d|https:/u);
      expect(sentence).toMatch(/[.。]$/u);
    }
    const named = (problem: (typeof syncProblems)[number]): string =>
      said[syncProblems.indexOf(problem)] ?? '';
    expect(named('no-database')).toContain('couch.example.org');
    expect(named('no-database')).toContain('notes');
  });
});
