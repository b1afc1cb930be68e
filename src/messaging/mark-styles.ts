import { type ChosenStyle, chosenStyles, storedStyles } from '#core/mark-styles/chosen-styles.ts';
import { request } from './client.ts';
import { markStylesKey } from './setting-keys.ts';

/** The mark styles as the reader has them. */
export async function readMarkStyles(): Promise<readonly ChosenStyle[]> {
  return chosenStyles((await request('settings.all', null))[markStylesKey]);
}

/** Stores them; every surface that is open reads them again. */
export async function putMarkStyles(styles: readonly ChosenStyle[]): Promise<void> {
  await request('settings.put', { key: markStylesKey, value: storedStyles(styles) });
}
