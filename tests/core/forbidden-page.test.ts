import { describe, expect, test } from 'vitest';
import { forbiddenPage, viewedPage } from '#core/forbidden-page.ts';

describe('forbiddenPage', () => {
  test.each([
    ['https://www.example-news.com/story', null],
    ['http://example.org/', null],
    ['https://example.org/pdf/story', null],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://chrome.google.com/other', null],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['https://microsoftedge.microsoft.com/addons/', 'store'],
    ['https://addons.mozilla.org.example.org/', null],
    ['https://example.org/report.PDF?download=1', 'pdf'],
    ['file:///home/reader/report.pdf', 'pdf'],
    ['file:///home/reader/story.html', 'file'],
    ['view-source:https://example.org/story', 'view-source'],
    ['chrome://settings', 'browser'],
    ['about:blank', 'browser'],
    ['data:text/html,story', 'browser'],
    ['moz-extension://x/popup.html', 'browser'],
    ['', 'browser'],
    ['http://', 'browser'],
  ])('%s is %s', (address, page) => expect(forbiddenPage(address)).toBe(page));
});

describe('viewedPage', () => {
  test.each([
    ['view-source:https://example.org/story', 'https://example.org/story'],
    ['view-source:http://', null],
    ['view-source:chrome://settings', null],
    ['view-source:javascript:alert(1)', null],
    ['https://example.org/story', null],
  ])('%s shows the source of %s', (address, page) => expect(viewedPage(address)).toBe(page));
});
