import type { Aside } from '#core/export/aside.ts';
import { byArticle, type ExportRecords } from '#core/export/by-article.ts';
import { defaultOptions, type ExportAbout, type Exporter } from '#core/export/exporter.ts';
import { writeExport } from '#core/export/write-export.ts';

/** What a file is about when a test says nothing else. */
export const about: ExportAbout = {
  exportedAt: '2026-01-07T10:00:00.000Z',
  title: '',
  options: defaultOptions,
};

/** The whole text of an export of these records. */
export function written(
  exporter: Exporter,
  records: Partial<ExportRecords>,
  change: Partial<ExportAbout> = {},
): string {
  const groups = byArticle({ articles: [], annotations: [], ...records });
  return writeExport(exporter, { ...about, ...change }, groups).join('');
}

/** Texts that wait in memory. */
export function textsAside(): Aside {
  const texts: string[] = [];
  return {
    add: (text) => void texts.push(text),
    async *texts() {
      yield* texts;
    },
  };
}
