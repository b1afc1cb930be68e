import { readFileSync } from 'node:fs';
import { matches } from '../src/publishers.ts';

export type BrowserName = 'chrome' | 'firefox';

/** The parts of the manifest that differ between the browsers; the rest is passed through. */
export interface Manifest {
  manifest_version: number;
  name: string;
  version: string;
  permissions: string[];
  content_scripts: { matches: string[]; js: string[]; run_at: string }[];
  side_panel?: unknown;
  minimum_chrome_version?: string;
  browser_specific_settings?: unknown;
  [key: string]: unknown;
}

/**
 * The one manifest.json with the publishers' patterns built in, and without what the other browser alone knows:
 * Firefox has no side panel API and warns of unknown keys, Chromium ignores `browser_specific_settings` but its store does not need it.
 */
export function browserManifest(browserName: BrowserName): Manifest {
  const manifest = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8')) as Manifest;
  for (const script of manifest.content_scripts) script.matches = [...matches];
  if (browserName === 'firefox') {
    delete manifest.side_panel;
    // The same page in Firefox's own place for it; it opens when the reader wants it, not by itself.
    manifest['sidebar_action'] = {
      default_panel: 'src/panel/panel.html',
      default_title: '__MSG_extensionName__',
      default_icon: 'icons/icon-32.png',
      open_at_install: false,
    };
    delete manifest.minimum_chrome_version;
    manifest.permissions = manifest.permissions.filter((permission) => permission !== 'sidePanel');
  } else {
    delete manifest.browser_specific_settings;
  }
  return manifest;
}
