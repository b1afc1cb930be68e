import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#messaging/protocol.ts';
import { failureWords } from '#ui/failure-words.ts';
import { useLocale } from '#tests/ui/use-locale.ts';

/** What can go wrong, as a surface is told it. A code that joins the protocol does not compile without being named here. */
const codes: Readonly<Record<ErrorCode | 'disconnected' | 'kept-for-later', string>> = {
  'disk-full': 'failureDiskFull',
  'storage-unavailable': 'failureStorage',
  'storage-blocked': 'failureBlocked',
  'storage-closed': 'failureClosed',
  'upgrade-failed': 'failureUpgrade',
  'newer-version': 'failureNewer',
  'too-large': 'failureTooLarge',
  'not-found': 'failureNotFound',
  disconnected: 'failureDisconnected',
  'kept-for-later': 'failureKept',
  // What only another version of ours would send.
  'bad-message': 'failureDisconnected',
  // Mistakes of ours, about which the reader can do nothing.
  'not-allowed': 'failureGeneral',
  unknown: 'failureGeneral',
};
const locales = readdirSync('public/_locales');

type Catalogue = Readonly<Record<string, { readonly message: string }>>;
const english = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Catalogue;

describe('Each fault has its sentence', () => {
  it('in ten languages', () => expect(locales).toHaveLength(10));

  it.each(locales)('%s', (locale) => {
    useLocale(locale);
    for (const [code, key] of Object.entries(codes)) {
      const words = failureWords(code);
      expect(words, code).not.toBe(key);
      expect(words.length, code).toBeGreaterThan(5);
      // A sentence, or two: it ends as one does.
      expect(words, code).toMatch(/[.。]$/u);
      if (locale !== 'en') expect(words, code).not.toBe(english[key]?.message);
    }
    const said = new Set(Object.keys(codes).map(failureWords));
    expect(said.size).toBe(new Set(Object.values(codes)).size);
  });
});
