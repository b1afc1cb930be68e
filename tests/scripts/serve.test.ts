import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '#scripts/serve.ts';

let folder = '';
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const root = join(folder, 'root');
  await mkdir(join(root, 'sub'), { recursive: true });
  await mkdir(join(folder, 'root-beside'));
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'root-beside', 'secret.txt'), 'secret');
  await writeFile(join(root, 'page.html'), '<p>“Ja”</p>');
  await writeFile(join(root, 'ein bild.svg'), '<svg/>');
  await writeFile(join(root, 'sub', 'index.html'), 'sub');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  served = await serve(root, {
    headers: { '/page.html': { 'Content-Security-Policy': "default-src 'none'" }, '*': { 'X-All': 'yes' } },
  });
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends the path as it stands: fetch would resolve `..` before sending. */
function get(path: string, options: { method?: string; host?: string } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const headers = options.host === undefined ? {} : { Host: options.host };
      const sent = request(
        { port: served.port, host: '127.0.0.1', path, method: options.method ?? 'GET', headers },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (body += part));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        },
      );
      sent.on('error', reject);
      sent.end();
    },
  );
}

describe('serve', () => {
  test('answers a file with its type, and with the headers of its path only', async () => {
    const page = await get('/page.html?utm=1#x');
    expect(page).toMatchObject({ status: 200, body: '<p>“Ja”</p>' });
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-all': 'yes',
    });
    expect((await get('/ein%20bild.svg')).headers['content-type']).toBe('image/svg+xml');
    expect((await get('/sub/')).headers['content-security-policy']).toBeUndefined();
  });

  test('answers a folder with its index.html', async () => {
    expect((await get('/sub/')).body).toBe('sub');
    expect((await get('/')).status).toBe(404);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/../../secret.txt',
    '/../root-beside/secret.txt',
    '/link.txt',
    '/page.html%00.txt',
    '/%E0%A4%A',
    '//etc/passwd',
    '/missing.html',
  ])('does not answer %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('records host and path of every request in order', async () => {
    const before = served.requests.length;
    await get('/page.html', { host: 'www.nytimes.com' });
    await get('/none', { host: 'evil.example:80' });
    expect(served.requests.slice(before)).toEqual([
      { host: 'www.nytimes.com', path: '/page.html' },
      { host: 'evil.example:80', path: '/none' },
    ]);
  });

  test('reads only', async () => {
    expect((await get('/page.html', { method: 'POST' })).status).toBe(405);
    expect(await get('/page.html', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test('says when the root does not exist, and frees its port when closed', async () => {
    await expect(serve(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
    const first = await serve(folder);
    await expect(serve(folder, { port: first.port })).rejects.toThrow('EADDRINUSE');
    await first.close();
    const second = await serve(folder, { port: first.port });
    expect(second.origin).toBe(first.origin);
    await second.close();
  });
});
