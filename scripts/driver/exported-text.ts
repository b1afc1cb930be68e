import type { Page } from 'puppeteer-core';
import { byArticle } from '#core/export/by-article.ts';
import { defaultOptions } from '#core/export/exporter.ts';
import { findExporter } from '#core/export/registry.ts';
import { writeExport } from '#core/export/write-export.ts';
import { ask } from './own-page.ts';

/** What an export of everything would write, from the records that a page of ours is given for it. */
export async function exportedText(page: Page, format: string): Promise<string> {
  const exporter = findExporter(format);
  if (exporter === null) throw new Error(`no format ${format}`);
  const { ids, sources } = await ask(page, 'export.plan', { selection: null });
  const records = await ask(page, 'export.records', { ids, sources });
  const about = { exportedAt: new Date().toISOString(), title: '', options: defaultOptions };
  return writeExport(exporter, about, byArticle(records)).join('');
}
