import { request } from './client.ts';
import type { ExportFile } from './protocol.ts';

/** A file with everything that is kept, for the reader to save; the reminder to do so is quiet from now on. */
export async function fileToSave(): Promise<ExportFile> {
  const file = await request('export.file', { source: null, format: 'json' });
  // A library that can only be read cannot remember it; the file is there all the same.
  await request('backups.saved', null).catch(() => null);
  return file;
}
