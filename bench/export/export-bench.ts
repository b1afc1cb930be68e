import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium } from '../../scripts/driver/chromium.ts';
import { builtExtension } from '../built-extension.ts';
import { libraryProfile } from '../library/library-profile.ts';
import { table } from '../measure.ts';
import { asFigures } from '../results/figures.ts';
import { exportEverything, type Exported } from './export-everything.ts';

/** Everything, in these formats; the whole may take so long, in s, and no thread that answers may be held for longer, in ms. */
const FORMATS: Readonly<Record<string, string>> = {
  json: 'JSON',
  markdown: 'Markdown',
  csv: 'CSV',
  'json-ld': 'JSON-LD',
  html: 'HTML',
  bibtex: 'BibTeX',
};
const MOST_SECONDS = 10;
const MOST_HOLD = 50;

/**
 * Everything taken out of a library in real Chromium, as a reader does it: the dialogue's button, the background and its store, the
 * messages, the worker that writes, the file on the disk.
 */
export async function benchExport(sizes: readonly number[]): Promise<string> {
  builtExtension();
  const files: { readonly size: number; readonly files: readonly Exported[] }[] = [];
  for (const size of sizes) {
    files.push({ size, files: await measure(size) });
    console.error(`exported ${size}`);
  }
  const rows = files.flatMap(({ size, files: of }) => of.map((file) => [String(size), ...cellsOf(file)]));
  const head = [
    'annotations',
    'format',
    's',
    's of processor',
    'MB',
    'surface: longest hold, ms',
    'background: longest hold, ms',
    'load',
  ];
  const shown = files.map(({ size, files: of }) => [
    size.toLocaleString('en'),
    ...of.map(({ seconds }) => seconds.toFixed(1)),
  ]);
  return [
    `Everything, by the dialogue: at most ${MOST_SECONDS} s at 100,000, surface and background held for ${MOST_HOLD} ms at most.`,
    table(head, rows),
    asFigures('export', table(['everything out, s', ...Object.values(FORMATS)], shown)),
  ].join('\n\n');
}

const cellsOf = ({ format, seconds, cpu, megabytes, surface, background, load }: Exported): string[] => [
  format,
  seconds.toFixed(1),
  cpu?.toFixed(1) ?? '–',
  megabytes.toFixed(1),
  surface.toFixed(0),
  background.toFixed(0),
  load.toFixed(1),
];

async function measure(size: number): Promise<readonly Exported[]> {
  const profile = await libraryProfile(size);
  const downloads = await mkdtemp(join(tmpdir(), 'on-record-downloads-'));
  const session = await startChromium({ profile, downloads });
  try {
    const page = await session.openOwn('src/library/library.html');
    return await exportEverything(page, Object.keys(FORMATS), downloads);
  } finally {
    await session.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await rm(downloads, { recursive: true, force: true });
  }
}
