import { describe, expect, it } from 'vitest';
import { coversHost } from '#core/covers-host.ts';

describe('which hosts a match pattern covers', () => {
  it.each([
    ['<all_urls>', 'courier.example', true],
    ['*://*/*', 'courier.example', true],
    ['https://*/*', 'courier.example', true],
    ['https://courier.example/*', 'courier.example', true],
    ['https://courier.example/*', 'www.courier.example', false],
    ['*://*.courier.example/*', 'www.courier.example', true],
    ['*://*.courier.example/*', 'courier.example', true],
    ['*://*.courier.example/*', 'notcourier.example', false],
    ['http://courier.example:8080/*', 'courier.example', true],
    ['http://courier.example:*/*', 'courier.example', true],
    ['http://127.0.0.1/*', '127.0.0.1', true],
    ['http://[::1]/*', '[::1]', true],
    ['https://courier.example.evil.example/*', 'courier.example', false],
    ['no pattern', 'courier.example', false],
    ['', '', false],
  ])('%s and %s: %s', (pattern, host, expected) => expect(coversHost(pattern, host)).toBe(expected));
});
