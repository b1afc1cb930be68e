import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { soakArticle } from './soak-articles.ts';

/** A newspaper that serves as many articles as one wants, each also as a part for a page that changes within itself. */
export interface SoakSite {
  readonly port: number;
  close(): Promise<void>;
}

/** The path of an article. */
export const pathOf = (number: number): string => `/2026/the-council-waits-for-number-${number}.html`;

/** Goes to an article, or back to one, without loading a page: as single-page newspapers do, when the next one has come. */
const router = `
  const pathOf = (number) => '/2026/the-council-waits-for-number-' + number + '.html';
  const part = async (number) => (await fetch('/part/' + number)).json();
  const show = ({ title, html }) => { document.title = title; document.querySelector('article').innerHTML = html; };
  window.go = async (number) => { const next = await part(number); history.pushState({ number }, '', pathOf(number)); show(next); };
  addEventListener('popstate', async (event) => show(await part(event.state?.number ?? Number(/(\\d+)\\.html/.exec(location.pathname)?.[1]))));`;

const inner = (number: number): string => {
  const { title, html } = soakArticle(number);
  return `<h1>${title}</h1><p>By Tess Arnold</p>${html}`;
};

function page(number: number): string {
  const { title } = soakArticle(number);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">
    <meta property="og:type" content="article"></head><body><article>${inner(number)}</article><script>${router}</script></body></html>`;
}

const front =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Front</title><link rel="icon" href="data:,"></head><body><h1>Today</h1><ul><li>The lock</li><li>The mill</li></ul></body></html>';
const frame =
  '<!doctype html><html lang="en"><meta charset="utf-8"><p>“It will hold,” said Bo Lind, who has seen it.</p></html>';

function answer(path: string): { readonly type: string; readonly body: string } | null {
  const part = /^\/part\/(\d+)$/.exec(path)?.[1];
  if (part !== undefined)
    return {
      type: 'application/json',
      body: JSON.stringify({ title: soakArticle(Number(part)).title, html: inner(Number(part)) }),
    };
  const number = /-(\d+)\.html$/.exec(path)?.[1];
  if (number !== undefined) return { type: 'text/html', body: page(Number(number)) };
  if (path === '/frame.html') return { type: 'text/html', body: frame };
  return path === '/' ? { type: 'text/html', body: front } : null;
}

/** Serves the newspaper on 127.0.0.1. Pages may be kept in the back/forward cache. */
export async function serveSoakSite(): Promise<SoakSite> {
  const server = createServer((request, response) => {
    const found = answer((request.url ?? '/').split(/[?#]/, 1)[0] ?? '/');
    if (found === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': `${found.type}; charset=utf-8`,
      'Cache-Control': 'max-age=600',
    });
    response.end(found.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
