import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const locales = readdirSync(new URL('public/_locales', root));

/** What both stores take, in characters: of the name Mozilla takes less, of the others the Chrome Web Store. */
const longestName = 50;
const longestSummary = 132;
const longestDescription = 16_000;

interface Messages {
  readonly extensionName: { readonly message: string };
  readonly extensionDescription: { readonly message: string };
}

interface Manifest {
  readonly permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
}

describe('The listings for the stores', () => {
  it.each(locales)('%s: name and summary are those of the extension, and the words fit', (locale) => {
    const listing = read(`store/listings/${locale}.md`);
    const { extensionName, extensionDescription } = JSON.parse(
      read(`public/_locales/${locale}/messages.json`),
    ) as Messages;
    const [name, summary, ...description] = listing.split('\n\n');
    expect(name).toBe(`# ${extensionName.message}`);
    expect(name?.slice(2).length).toBeLessThanOrEqual(longestName);
    expect(summary).toBe(`> ${extensionDescription.message}`);
    expect(summary?.slice(2).length).toBeLessThanOrEqual(longestSummary);
    expect(description.join('\n\n').length).toBeLessThanOrEqual(longestDescription);
  });

  it('have the same parts in every language', () => {
    const shapes = locales.map((locale) => {
      const listing = read(`store/listings/${locale}.md`);
      return listing.replaceAll(/[^\n•]/gu, '');
    });
    expect(new Set(shapes).size).toBe(1);
  });

  it('call what stands on a button or in a menu by its name', () => {
    const messages = JSON.parse(read('public/_locales/en/messages.json')) as Record<
      string,
      { message: string }
    >;
    const said = new Set(Object.values(messages).map(({ message }) => message));
    const names = ['README.md', 'store/permissions.md', 'store/privacy.md'].flatMap((name) =>
      [...read(name).matchAll(/(?<![*\w])\*([A-Z][^*]+)\*(?!\*)/g)].map(([, words = '']) =>
        words.replaceAll(/\s+/g, ' '),
      ),
    );
    expect(names.length).toBeGreaterThan(8);
    // The browsers' own words, in the README's steps for loading it.
    const theirs = ['Developer mode', 'Load unpacked', 'Load Temporary Add-on…'];
    expect(names.filter((words) => !said.has(words) && !theirs.includes(words))).toEqual([]);
  });

  it('justify every permission, and no other', () => {
    const manifest = JSON.parse(read('manifest.json')) as Manifest;
    const rows = read('store/permissions.md')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const justified = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name),
    );
    const asked = [...manifest.permissions, ...manifest.optional_host_permissions, 'content_scripts'];
    expect(new Set(justified)).toEqual(new Set(asked));
    expect(justified).toHaveLength(asked.length);
  });
});
