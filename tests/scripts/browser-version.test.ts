import { describe, expect, test } from 'vitest';
import { isBranded, parseVersion, unfitness } from '#scripts/browser-version.ts';

describe('parseVersion', () => {
  test.each([
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n', 'Chromium', 156],
    ['Google Chrome for Testing 131.0.6778.204 \n', 'Google Chrome for Testing', 131],
    ['Google Chrome 138.0.7204.50 \n', 'Google Chrome', 138],
    ['Mozilla Firefox 153.7.0esr\n', 'Mozilla Firefox', 153],
    ['Mozilla Firefox 141.0\r\n', 'Mozilla Firefox', 141],
    ['/usr/bin/chromium: 9: [: unexpected operator\nChromium 120.0.6099.1\n', 'Chromium', 120],
    ['Microsoft Edge 139.0.3405.86', 'Microsoft Edge', 139],
  ])('%j', (output, product, major) => {
    expect(parseVersion(output)).toEqual({ product, major });
  });

  test.each(['', '\n', 'command not found', 'Chromium', 'Chromium x.y', '120.0.1', 'A'.repeat(100_000)])(
    'is null for %j',
    (output) => {
      expect(parseVersion(output)).toBeNull();
    },
  );
});

describe('unfitness', () => {
  test.each([
    ['chromium', 'Chromium', 120, null],
    ['chromium', 'Chromium', 119, 'too-old'],
    ['chromium', 'Google Chrome for Testing', 131, null],
    ['chromium', 'HeadlessChrome', 156, 'no-extensions'],
    ['chromium', 'Mozilla Firefox', 156, 'other-product'],
    ['chromium', 'ChromiumOS', 156, 'other-product'],
    ['firefox', 'Mozilla Firefox', 140, null],
    ['firefox', 'Mozilla Firefox', 128, 'too-old'],
    ['firefox', 'Nightly', 142, null],
    ['firefox', 'GNU IceCat', 140, 'other-product'],
  ] as const)('%s: %s %i is %s', (kind, product, major, code) => {
    expect(unfitness(kind, { product, major })).toBe(code);
  });
});

test.each([
  ['Chromium', false],
  ['Google Chrome for Testing', false],
  ['Google Chrome', true],
  ['Google Chrome Beta', true],
  ['Microsoft Edge', true],
])('%s is branded: %s', (product, branded) => {
  expect(isBranded({ product, major: 140 })).toBe(branded);
});
