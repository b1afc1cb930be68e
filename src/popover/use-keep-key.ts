import { keyWords, type OwnKeys, ownKeysOf } from '#core/own-keys.ts';
import { onOwnKeys, readOwnKeys } from '#messaging/key-settings.ts';
import { useFollowed } from '#ui/use-followed.ts';
import { useOwnKeys } from '#ui/use-own-keys.ts';

/** The keys as the reader has chosen them. */
export function useChosenKeys(): OwnKeys {
  return useFollowed(readOwnKeys, onOwnKeys).value ?? ownKeysOf(null);
}

/** A key as it is shown on a button; undefined where it is switched off. */
export function shortcutOf(binding: string | null): string | undefined {
  return binding === null ? undefined : keyWords(binding, /Mac/u.test(navigator.userAgent));
}

/** Two keys keep the quotation: a letter while no field has the focus, and one that works everywhere. The reader may choose others. */
export function useKeepKey(keep: () => void): void {
  useOwnKeys(useChosenKeys(), { keep: () => keep(), keepField: () => keep() }, ['keepField']);
}
