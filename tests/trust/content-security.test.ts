import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What our own pages may do, and that no code of ours makes markup or code out of text. */

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as {
  readonly content_security_policy: Readonly<Record<string, string>>;
};

const sources = (extension: string): readonly string[] =>
  readdirSync('src', { encoding: 'utf8', recursive: true })
    .filter((path) => path.endsWith(extension))
    .map((path) => join('src', path));

describe('Nothing but our own files runs, is shown or is asked for on a page of ours', () => {
  it.each([
    ['default-src', "'none'", 'what is not named below is not had'],
    ['script-src', "'self'", 'each page has one script, a file of the package'],
    ['style-src', "'self'", 'sheets are files; a style that is computed is set by script'],
    ['img-src', "'self'", 'the icon'],
    [
      'connect-src',
      "'self' https: http://localhost:* http://127.0.0.1:*",
      'the background, to the reader’s own server; our pages narrow it to themselves',
    ],
    ['worker-src', "'self'", 'what writes exports and reads imports'],
    ['base-uri', "'none'", 'no address is bent to another place'],
    ['form-action', "'none'", 'nothing is sent by a form'],
    ['object-src', "'none'", 'no plug-in'],
    ['require-trusted-types-for', "'script'", 'no text becomes markup or code'],
    ['trusted-types', 'on-record-worker', 'one policy, which starts our own workers: src/ui/own-worker.ts'],
  ])('%s %s: %s', (name, value) => {
    const policy = manifest.content_security_policy['extension_pages'] ?? '';
    const directives = policy.split('; ').map((part) => part.split(/ (.*)/s));
    expect(directives.filter(([directive]) => directive === name)).toEqual([[name, value, '']]);
    expect(directives).toHaveLength(11);
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages']);
  });

  it.each(sources('.html'))('%s may connect to itself alone, whatever the background may', (path) => {
    const page = readFileSync(path, 'utf8');
    const narrowed = '<meta http-equiv="Content-Security-Policy" content="connect-src \'self\'" />';
    // Before anything that could ask for something.
    expect(page.slice(0, page.indexOf('<title>'))).toContain(narrowed);
    expect(page.indexOf(narrowed)).toBeLessThan(page.search(/<(?:link|script)\b/));
  });

  it.each(sources('.html'))('%s has one script and sheets, all files, and no handler', (path) => {
    const page = readFileSync(path, 'utf8');
    const scripts = [...page.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)];
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.[0]).toMatch(/^<script type="module" src="\.\/[a-z]+\.tsx"><\/script>$/);
    expect(page.split('http-equiv=')).toHaveLength(2);
    expect(page).not.toMatch(/\s(?:on\w+|style)=|<style|<base|(?:src|href)="(?:[a-z]+:|\/\/)/i);
  });

  it('a link that leads out of our pages tells the other page nothing of ours', () => {
    const pages = sources('.tsx').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const opened = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/target="_blank"\s+(.{0,40})/gs)].map(([, after = '']) => ({ path, after })),
    );
    expect(opened.length).toBeGreaterThan(4);
    expect(opened.filter(({ after }) => !after.startsWith('rel="noopener noreferrer"'))).toEqual([]);
    // And there is no other way to open one: a tab that the browser opens for us knows no opener.
    expect(pages.filter(({ text }) => /window\.open\(|\btarget=(?!"_blank")/.test(text))).toEqual([]);
  });
});

const property = 'no-restricted-properties';
const global = 'no-restricted-globals';
const refused: readonly (readonly [line: string, why: string])[] = [
  ['element.innerHTML = text; return null;', property],
  ['const { outerHTML } = element; return outerHTML + text;', property],
  ["element.insertAdjacentHTML('beforeend', text); return null;", property],
  ['document.write(text, element); return null;', property],
  ["return [element, new DOMParser().parseFromString(text, 'text/html')];", property],
  ['return [element, document.createRange().createContextualFragment(text)];', property],
  ['(element as HTMLIFrameElement).srcdoc = text; return null;', property],
  ['return [element, fetch(text)];', global],
  ['return [element, new WebSocket(text)];', global],
  ['return [element, navigator.sendBeacon(text)];', property],
  ['return [element, new SharedWorker(text)];', global],
  ['return [element, new Worker(text)];', global],
  ["return [element, text, 'javascript:void 0'];", 'no-script-url'],
  ['return [element, new Function(text)];', 'no-new-func'],
  ['return [element, eval(text)];', 'no-eval'],
  ['return [element, setTimeout(`${text}()`, 1)];', 'no-implied-eval'],
];
const harmless = 'element.textContent = text; return element.getAttribute(text);';

describe('The linter', () => {
  let copy = '';
  let output = '';
  /** Each line in a file of its own among ours, all of them linted at once. */
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'on-record-lint-'));
    copyFileSync('.oxlintrc.json', join(copy, '.oxlintrc.json'));
    const plant = (path: string, line: string): void => {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(
        join(copy, path),
        `export function planted(text: string, element: Element): unknown {\n${line}\n}\n`,
      );
    };
    for (const [index, [line]] of refused.entries()) plant(`src/page/planted-${index}.ts`, line);
    plant('src/page/harmless.ts', harmless);
    plant('src/ui/own-worker.ts', 'return [element, new Worker(text)];');
    plant('src/sync/ask-server.ts', 'return [element, fetch(text)];');
    for (const path of ['src/sync/couch.ts', 'src/background/planted.ts'])
      plant(path, 'return [element, fetch(text)];');
    const { stdout } = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'unix', 'src'], {
      cwd: copy,
      encoding: 'utf8',
    });
    output = stdout;
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const saidOf = (path: string): string =>
    output
      .split('\n')
      .filter((line) => line.includes(`${path}:`))
      .join('\n');

  it.each(refused.map(([line, why], index) => ({ line, why, index })))('refuses $line', ({ why, index }) => {
    expect(saidOf(`planted-${index}.ts`)).toContain(why);
  });

  it('refuses none of what stands for it, and a worker only where nobody looks at its address', () => {
    expect(output).not.toBe('');
    expect(saidOf('harmless.ts')).toBe('');
    expect(saidOf('own-worker.ts')).not.toContain('no-restricted-globals');
  });

  it('lets one file ask a server, and no other beside it', () => {
    expect(saidOf('sync/ask-server.ts')).not.toContain(global);
    expect(saidOf('sync/couch.ts')).toContain(global);
    expect(saidOf('background/planted.ts')).toContain(global);
  });
});
