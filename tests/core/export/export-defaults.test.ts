import { expect, test } from 'vitest';
import { exportDefaults, storedExportDefaults } from '#core/export/export-defaults.ts';

const first = { format: 'markdown', bom: false, citation: 'plain' };

test.each([null, 7, 'csv', [], { format: 3, bom: 'yes', citation: 'bibtex' }, { format: '../x' }])(
  '%j is what holds at first',
  (stored) => expect(exportDefaults(stored)).toEqual(first),
);

test('what is stored is read back', () => {
  const chosen = { format: 'csv', bom: true, citation: 'mla' } as const;
  expect(exportDefaults(JSON.parse(JSON.stringify(storedExportDefaults(chosen))))).toEqual(chosen);
});
