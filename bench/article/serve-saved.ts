import type { Page } from 'puppeteer-core';

/** The page answers with the saved markup, and nothing else is ever asked for. */
export async function serveSaved(page: Page, html: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const answer = isPage
      ? request.respond({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "script-src 'none'; object-src 'none'; frame-src 'none'" },
          // The page must neither go elsewhere nor forbid what the bench does.
          body: html.replace(/<meta[^>]+http-equiv=["']?(?:refresh|content-security-policy)[^>]*>/gi, ''),
        })
      : request.abort();
    answer.catch(() => {
      // The page has gone on meanwhile.
    });
  });
}
