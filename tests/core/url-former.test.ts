import { describe, expect, it } from 'vitest';
import { articleAddress, formerAddresses } from '#core/url.ts';

const site = 'https://www.example-news.com';
const own = `${site}/2026/01/05/minister-answers-critics`;
const other = `${site}/2026/01/06/river-falls-again`;
const short = `${site}/?p=4711`;

/** [what it shows, the page's address, canonical, where else passages may be kept] */
const cases: readonly (readonly [string, string, string | null, readonly string[]])[] = [
  ['no claim', own, null, []],
  ['a claim that is the address itself', `${own}?utm_source=a`, own, []],
  ['a claim that is not believed', own, other, [other]],
  ['a claim that is believed', short, own, [articleAddress(short, null)]],
  ['a claim of the home page', own, `${site}/`, []],
  ['a claim of another site', own, 'https://evil.example/2026/01/06/river-falls-again', []],
  ['a claim that is no address', own, 'javascript:alert(1)', []],
  ['an endless claim', own, `${site}/${'a'.repeat(9_000)}`, []],
  ['a claim of another writer', `${site}/@ada/what-i-saw`, `${site}/@bob/what-i-saw`, []],
  [
    'a claim of another writer, written otherwise',
    `${site}/~ada/what-i-saw`,
    `${site}/%7Ebob/what-i-saw`,
    [],
  ],
  [
    'a claim of another writer under one number',
    `${site}/@ada/what-i-saw-4711223`,
    `${site}/@bob/what-i-saw-4711223`,
    [],
  ],
  ['a claim that names no writer', `${site}/@ada/what-i-saw-there`, `${site}/what-i-saw-there`, []],
  ['a claim of a writer by no one’s page', own, `${site}/@bob/river-falls-again`, []],
  [
    'a claim of the same writer that is not believed',
    `${site}/@ada/what-i-saw-there`,
    `${site}/@ada/what-they-heard-here`,
    [`${site}/@ada/what-they-heard-here`],
  ],
  [
    'a claim of the same writer that is believed',
    `${site}/@ada/what-i-saw-there/amp`,
    `${site}/@ada/what-i-saw-there`,
    [],
  ],
  [
    'the claim of a port beside',
    own,
    `${site.replace('.com', '.com:8080')}/2026/01/06/river-falls-again`,
    [],
  ],
  ['no web page', 'about:blank', own, []],
];

describe('formerAddresses', () => {
  it.each(cases)('%s', (_what, sender, canonical, expected) => {
    expect(formerAddresses(sender, canonical)).toEqual(expected);
    expect(formerAddresses(sender, canonical)).not.toContain(articleAddress(sender, canonical));
  });
});
