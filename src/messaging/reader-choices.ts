import { exportDefaults, type ExportDefaults, storedExportDefaults } from '#core/export/export-defaults.ts';
import { type ChosenStyle, chosenStyles, storedStyles } from '#core/mark-styles/chosen-styles.ts';
import { request } from './client.ts';
import { exportDefaultsKey, markStylesKey } from './setting-keys.ts';

/** What the reader has chosen for our own surfaces. */
export async function readChoices(): Promise<{
  readonly styles: readonly ChosenStyle[];
  readonly exports: ExportDefaults;
}> {
  const settings = await request('settings.all', null);
  return {
    styles: chosenStyles(settings[markStylesKey]),
    exports: exportDefaults(settings[exportDefaultsKey]),
  };
}

/** Stores the mark styles; every surface that is open reads them again. */
export async function putMarkStyles(styles: readonly ChosenStyle[]): Promise<void> {
  await request('settings.put', { key: markStylesKey, value: storedStyles(styles) });
}

/** Stores how exports and citations are wanted; every surface that is open reads it again. */
export async function putExportDefaults(defaults: ExportDefaults): Promise<void> {
  await request('settings.put', { key: exportDefaultsKey, value: storedExportDefaults(defaults) });
}
