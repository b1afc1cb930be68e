import english from '#locales/en/messages.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { defaultOptions, type Exporter } from '#core/export/exporter.ts';
import { exportName } from '#core/export/export-name.ts';
import { json } from '#core/export/json.ts';
import { markdown } from '#core/export/markdown.ts';
import { exporters, findExporter } from '#core/export/registry.ts';

const modules = import.meta.glob<Record<string, unknown>>('#core/export/*.ts', { eager: true });

function isExporter(value: unknown): value is Exporter {
  return typeof value === 'object' && value !== null && 'format' in value && 'begin' in value;
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
    for (const { format, label } of exporters) {
      const sentence = `The format "${format}" has no name or description (${label}, ${label}About) in _locales.`;
      expect(label in english && `${label}About` in english, sentence).toBe(true);
    }
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

describe('exportName', () => {
  const about = { exportedAt: '2026-01-07T10:00:00.000Z', title: '', options: defaultOptions };

  it('names the file by day, and by what it is about', () => {
    expect(exportName(json, about, 'one')).toBe('On Record 2026-01-07.json');
    expect(exportName(markdown, { ...about, title: 'A: "b"?' }, 'one')).toBe('On Record 2026-01-07 A b.md');
    expect(exportName(markdown, about, 'articles')).toBe('On Record 2026-01-07.zip');
  });
});
