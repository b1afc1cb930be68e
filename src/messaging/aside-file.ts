import { fileName } from '#core/export/file-name.ts';
import { request } from './client.ts';

/** So many records are asked for at once. */
const PART = 20;

/** A file of the records that could not be read, as they were found: JSON, for whoever can make something of it. */
export async function asideFile(): Promise<{ readonly name: string; readonly blob: Blob }> {
  const records: string[] = [];
  for (let total = 1; records.length < total;) {
    const part = await request('storage.aside', { offset: records.length, limit: PART });
    if (part.items.length === 0) break;
    records.push(...part.items);
    total = part.total;
  }
  const saved = new Date().toISOString();
  const text = `{"format":"on-record-aside","saved":${JSON.stringify(saved)},"records":[\n${records.join(',\n')}\n]}\n`;
  const name = fileName('unreadable', saved.slice(0, 10), 'json');
  return { name, blob: new Blob([text], { type: 'application/json' }) };
}
