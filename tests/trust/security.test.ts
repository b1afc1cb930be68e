import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** SECURITY.md promises nothing that no test proves: each row of its tables names a promise in bold and links to its test. */

const text = readFileSync('SECURITY.md', 'utf8');

const promises = text
  .split('\n')
  .filter((line) => line.startsWith('| **'))
  .map((line) => {
    const [, promise = ''] = /^\| \*\*(.+?)\*\*/.exec(line) ?? [];
    const [, path = ''] = /\]\((tests\/[^)]+)\)/.exec(line) ?? [];
    return { promise, path };
  });

describe('SECURITY.md', () => {
  it('speaks of everybody who may attack', () => {
    const heads = [...text.matchAll(/^## (.+)$/gm)].map(([, head]) => head);
    for (const who of ['news page', 'frame', 'extension', 'file', 'sync server', 'reviewer'])
      expect(
        heads.some((head) => head?.includes(who)),
        who,
      ).toBe(true);
    expect(promises.length).toBeGreaterThan(20);
  });

  it.each(promises)('“$promise” is proven by a test of that name', ({ promise, path }) => {
    expect(existsSync(path), path).toBe(true);
    expect(readFileSync(path, 'utf8').toLowerCase()).toContain(promise.toLowerCase());
  });

  it('links to nothing that is not there', () => {
    for (const [, path = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(path), path).toBe(true);
  });
});
