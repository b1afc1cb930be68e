import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { telltale } from './tempting-article.ts';

interface Manifest {
  content_scripts: { js: string[]; run_at: string }[];
  background: { service_worker?: string; scripts?: string[] };
  content_security_policy: { extension_pages: string };
}

/** Where the bad build asks from, and what for. */
export const phonedFrom = ['background', 'content', 'library', 'popover'] as const;

const fetching = (place: string): string => `\n;fetch('http://${telltale}/${place}').catch(() => null);\n`;

/** The rules that a page of ours makes for itself, narrower than the package's. */
const ownRules = /<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i;

/**
 * Copies our package and spoils it: its rules and its pages' own allow every address, and its background, its script in pages, its library and its popover
 * each phone home once.
 * @returns the folder of the bad build
 */
export async function writeBadBuild(folder: string, browserName: string): Promise<string> {
  const root = join(folder, 'bad-build');
  await cp(join('dist', browserName === 'Firefox' ? 'firefox' : 'chrome'), root, { recursive: true });
  const path = join(root, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  manifest.content_security_policy.extension_pages =
    "default-src 'self'; connect-src *; img-src *; style-src 'self'; script-src 'self'";
  await writeFile(path, JSON.stringify(manifest));
  const { service_worker: worker, scripts = [] } = manifest.background;
  await appendFile(join(root, worker ?? scripts[0] ?? ''), fetching('background'));
  for (const { js, run_at: when } of manifest.content_scripts)
    if (when === 'document_idle') await appendFile(join(root, js[0] ?? ''), fetching('content'));
  for (const surface of ['library', 'popover']) {
    const place = join(root, 'src', surface, `${surface}.html`);
    const page = await readFile(place, 'utf8');
    if (!ownRules.test(page)) throw new Error(`${surface} makes no rules of its own`);
    await writeFile(place, page.replace(ownRules, ''));
    const [, script = ''] = /<script[^>]+src="\/?([^"]+)"/.exec(page) ?? [];
    await appendFile(join(root, script), fetching(surface));
  }
  if ((await readdir(root)).length < 3) throw new Error('nothing was built');
  return root;
}
