import type { Copying } from '#ui/copy-buttons.tsx';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { useChosenKeys } from './use-keep-key.ts';

/** A key copies the citation and another the link while no field has the focus. */
export function useCopyKeys({ citation, link }: Copying): void {
  useOwnKeys(useChosenKeys(), { copyCitation: () => citation(), copyLink: () => link() });
}
