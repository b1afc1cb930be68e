import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { originPattern } from '#core/sync/database-address.ts';
import { builtPackage } from '#scripts/built-package.ts';

/**
 * Copies our package; in the copy the reader has given access to a server's address from the start. The browser's question cannot be
 * answered without a screen: what is optional in the package is asked for at install in the copy, and nothing else differs.
 * @param folder where to; made when it is not there
 * @param database the address of the server's database
 */
export async function writeGrantedBuild(
  folder: string,
  browserName: 'chrome' | 'firefox',
  database: string,
): Promise<string> {
  await cp(builtPackage(browserName), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, unknown>>;
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [originPattern(database)] }));
  return resolve(folder);
}
