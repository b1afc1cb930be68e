import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const page = '<!doctype html><meta charset="utf-8"><title>Nothing</title><textarea></textarea>';
const background =
  'chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: "src/welcome/welcome.html" }));';

/**
 * Writes an extension that does nothing but open a page with a field to write in, under the name and in the place of ours: what a browser asks for with it
 * is what it asks for by itself, the checks included that it makes because something is installed.
 * @returns its folder
 */
export async function writeEmptyExtension(folder: string, browserName: string): Promise<string> {
  const root = join(folder, 'empty-extension');
  await mkdir(join(root, 'src', 'welcome'), { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '0.1.0',
    background:
      browserName === 'Firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    browser_specific_settings: { gecko: { id: 'on-record@on-record.example', strict_min_version: '140.0' } },
  };
  await writeFile(join(root, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(root, 'background.js'), background);
  await writeFile(join(root, 'src', 'welcome', 'welcome.html'), page);
  return root;
}
