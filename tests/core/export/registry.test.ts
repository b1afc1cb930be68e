import { describe, expect, it } from 'vitest';
import type { Exporter } from '#core/export/exporter.ts';
import { exportFile } from '#core/export/export-file.ts';
import { exporters, findExporter } from '#core/export/registry.ts';

const modules = import.meta.glob<Record<string, unknown>>('#core/export/*.ts', { eager: true });

function isExporter(value: unknown): value is Exporter {
  return typeof value === 'object' && value !== null && 'format' in value && 'write' in value;
}

describe('the registry of formats', () => {
  it.each(Object.entries(modules))('knows every exporter of %s', (file, module) => {
    for (const value of Object.values(module).filter(isExporter)) {
      const sentence = `${file} exports the format "${value.format}", but registry.ts has no line for it.`;
      expect(exporters.includes(value), sentence).toBe(true);
    }
  });

  it('names each format and label once, and says what a browser needs to save the file', () => {
    expect(new Set(exporters.map(({ format }) => format)).size).toBe(exporters.length);
    expect(new Set(exporters.map(({ label }) => label)).size).toBe(exporters.length);
    for (const { mime, extension } of exporters) {
      expect(mime).toMatch(/^[a-z]+\/[a-z.+-]+$/);
      expect(extension).toMatch(/^[a-z]+$/);
    }
  });

  it('finds a format by its name, and none by another', () => {
    for (const exporter of exporters) expect(findExporter(exporter.format)).toBe(exporter);
    expect(findExporter('docx')).toBeNull();
    expect(findExporter('toString')).toBeNull();
  });
});

describe('exportFile', () => {
  const input = { articles: [], annotations: [], exportedAt: '2026-01-07T10:00:00.000Z' };

  it('answers null for a format that is not there', () => {
    expect(exportFile('docx', input)).toBeNull();
  });

  it('names the file by day, and by title when there is one article', () => {
    const article = {
      source: 'https://a.example/b',
      title: 'A: "b"?',
      byline: null,
      outlet: null,
      language: null,
      section: null,
      modified: null,
      origins: {},
    };
    const times = { published: null, firstSeen: input.exportedAt, lastSeen: input.exportedAt };
    const articles = [{ ...article, ...times }];
    expect(exportFile('json', input)?.name).toBe('On Record 2026-01-07.json');
    expect(exportFile('markdown', { ...input, articles })?.name).toBe('On Record 2026-01-07 A b.md');
    expect(exportFile('markdown', { ...input, articles: [...articles, ...articles] })?.name).toBe(
      'On Record 2026-01-07.md',
    );
  });
});
