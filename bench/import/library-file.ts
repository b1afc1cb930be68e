import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { json } from '#core/export/json.ts';
import { defaultOptions, type ExportPart } from '#core/export/exporter.ts';
import { groupOf } from '../library/library-group.ts';

/** About so many bytes of a file are one annotation's, with its share of articles and people. */
const EACH = 1_500;

/** Writes a library of about so many bytes as our own JSON, without ever holding it in memory. Answers how many annotations it has. */
export async function writeLibraryFile(path: string, bytes: number): Promise<number> {
  const count = Math.ceil(bytes / EACH);
  const stream = createWriteStream(path);
  const writing = json.begin({ exportedAt: '2026-01-05T08:00:00.000Z', title: '', options: defaultOptions });
  const put = async (text: ExportPart): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  let [written, annotations] = [0, 0];
  for (let number = 0; written < bytes; number++) {
    const group = groupOf(number, Math.max(count, (number + 1) * 5));
    const text = writing.add(group);
    annotations += group.annotations.length;
    // What stands beside the annotations is written at the end: a fifth of the file.
    written += text.length * 1.23;
    await put(text);
  }
  await put(writing.end());
  stream.end();
  await finished(stream);
  return annotations;
}
