import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { json } from '#core/export/json.ts';
import { defaultOptions, type ExportPart } from '#core/export/exporter.ts';
import { nameKey } from '#core/search/search-document.ts';
import { articleWith, nameOf, personId } from '../library/library-records.ts';

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
    const { article, kept } = articleWith(number, Math.max(count, (number + 1) * 5));
    const quoted = [...new Set(kept.map(({ person }) => person))];
    const text = writing.add({
      source: article.source,
      article,
      annotations: kept.map(({ annotation }) => annotation),
      people: quoted.map((person) => personAt(person)),
      appearances: quoted.map((person) => ({
        source: article.source,
        key: nameKey(nameOf(person)),
        name: nameOf(person),
        person: personId(person),
      })),
      decisions: [],
      versions: [],
    });
    annotations += kept.length;
    // What stands beside the annotations is written at the end: a fifth of the file.
    written += text.length * 1.23;
    await put(text);
  }
  await put(writing.end());
  stream.end();
  await finished(stream);
  return annotations;
}

function personAt(number: number) {
  const created = '2016-01-01T00:00:00.000Z';
  return {
    id: personId(number),
    name: nameOf(number),
    note: '',
    follows: [],
    apart: [],
    created,
    modified: created,
  };
}
