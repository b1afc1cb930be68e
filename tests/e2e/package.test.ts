import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtPackage } from '#scripts/built-package.ts';
import { filesIn } from '#scripts/files-in.ts';
import { failpointName } from '#tests/trust/failpoint.ts';

/** What the built packages hold, and what they ask for. */

interface Built {
  readonly permissions: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions: readonly string[];
  readonly web_accessible_resources: readonly {
    readonly resources: readonly string[];
    readonly use_dynamic_url?: boolean;
  }[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly externally_connectable?: unknown;
  readonly omnibox: unknown;
  readonly commands: Readonly<Record<string, { readonly suggested_key?: unknown }>>;
}

const common = ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus', 'alarms'];

describe.each([
  { browser: 'chrome', permissions: [...common, 'sidePanel'], dynamic: true },
  { browser: 'firefox', permissions: common, dynamic: undefined },
] as const)('the package for $browser', ({ browser, permissions, dynamic }) => {
  const root = builtPackage(browser);
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Built;

  it('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toHaveLength(2);
    for (const { matches } of manifest.content_scripts) {
      expect(matches).toEqual(manifest.content_scripts[0]?.matches);
      expect(matches).not.toContain('<all_urls>');
      expect(matches.filter((match) => /^[^:]+:\/\/\*\//.test(match))).toEqual([]);
    }
  });

  it('has a word for the address bar, and no more than four keys until the reader chooses others', () => {
    expect(manifest.omnibox).toEqual({ keyword: 'rec' });
    const keys = Object.entries(manifest.commands).filter(([, command]) => 'suggested_key' in command);
    expect(keys.map(([name]) => name).toSorted()).toEqual([
      '_execute_action',
      'keep-selection',
      'next-quotation',
      'previous-quotation',
    ]);
  });

  it('shows pages nothing but the popover’s page', () => {
    const [only, ...others] = manifest.web_accessible_resources;
    expect(others).toEqual([]);
    expect(only?.resources).toEqual(['src/popover/popover.html']);
    expect(only?.use_dynamic_url).toBe(dynamic);
  });

  it('Nothing leaves the device: its pages may connect to themselves alone', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    // The background may ask the reader's own server, if there is one: over https, or on this very machine.
    expect(policy).toContain("connect-src 'self' https: http://localhost:* http://127.0.0.1:*;");
    expect(policy.replace(/connect-src [^;]*;/, '')).not.toMatch(/https?:|unsafe|\*/);
    const pages = filesIn(root).filter((path) => path.endsWith('.html'));
    expect(pages).toHaveLength(6);
    for (const path of pages)
      expect(readFileSync(path, 'utf8'), path).toContain(
        '<meta http-equiv="Content-Security-Policy" content="connect-src \'self\'" />',
      );
  });

  it('carries no failpoint: what stops the worker in tests of faults is in the test build alone', () => {
    for (const path of filesIn(root))
      if (/\.(?:js|html)$/.test(path)) expect(readFileSync(path, 'utf8'), path).not.toContain(failpointName);
  });

  it('brings the licences of what is built in, before citeproc’s code too', () => {
    expect(readFileSync(join(root, 'NOTICE'), 'utf8')).toContain('Common Public Attribution License 1.0');
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('MIT');
    const worker = filesIn(root).find((path) => /export-worker[^/]*\.js$/.test(path)) ?? '';
    const code = readFileSync(worker, 'utf8');
    expect(code).toContain('citeproc');
    expect(code.slice(0, 400)).toMatch(/^\/\*! Holds citeproc-js, Copyright \(c\) 2009-2019 Frank Bennett/);
  });

  it('holds no source map, no path of the machine that built it, and no code from elsewhere', () => {
    const scripts = filesIn(root).filter((path) => /\.(?:js|html|css)$/.test(path));
    expect(scripts.length).toBeGreaterThan(10);
    expect(filesIn(root).filter((path) => path.endsWith('.map'))).toEqual([]);
    for (const path of scripts) {
      const text = readFileSync(path, 'utf8');
      expect(text, path).not.toContain('sourceMappingURL');
      expect(text, path).not.toContain(process.cwd());
      expect(text, path).not.toMatch(/import\(\s*["'`]https?:|src=["']https?:|\beval\(|new Function\(/);
    }
  });
});
