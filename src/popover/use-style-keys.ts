import { type StyleKey, styleKeys } from '#core/own-keys.ts';
import { useMarkStyles } from '#ui/reader-choices.tsx';
import { useOwnKeys } from '#ui/use-own-keys.ts';
import { useChosenKeys } from './use-keep-key.ts';

/** A key for each mark style that is offered, in their order, while no field has the focus; the same again takes it away. */
export function useStyleKeys(current: string | null, choose: (style: string | null) => void): void {
  const offered = useMarkStyles().filter(({ on }) => on);
  const handlers = styleKeys.map((name, index): [StyleKey, () => boolean] => [
    name,
    () => {
      const id = offered[index]?.look.id;
      if (id !== undefined) choose(id === current ? null : id);
      return id !== undefined;
    },
  ]);
  useOwnKeys(useChosenKeys(), Object.fromEntries(handlers));
}
