import { useLayoutEffect, useRef } from 'preact/hooks';
import { tinykeys } from 'tinykeys';
import { isTyped, type OwnKey, type OwnKeys } from '#core/own-keys.ts';

/** What each key does; false when it did nothing, and the key is the browser's. */
export type KeyHandlers = Partial<Record<OwnKey, (event: KeyboardEvent) => boolean | void>>;

const fields = 'input:not([type=checkbox]), textarea, select, [contenteditable], .menu';

/** Whether what has the focus takes text, or a key of its own. */
function takesText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

/** Signs and digits come with Shift on one keyboard and without on another. */
function bindingsOf(binding: string): readonly string[] {
  return /(?:^|\+)[^\p{L}+]$/u.test(binding) && !binding.includes('Shift+')
    ? [binding, binding.replace(/([^+]+)$/u, 'Shift+$1')]
    : [binding];
}

/**
 * Listens to the reader's keys while the surface is there. A letter is no key while one types, nor is anything while an input
 * method composes, or while a window of ours must be answered first.
 * @param always those that work while one types as well
 */
export function useOwnKeys(keys: OwnKeys, handlers: KeyHandlers, always: readonly OwnKey[] = []): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  const names = (Object.keys(handlers) as OwnKey[]).sort();
  const chosen = names.map((name) => keys[name]);
  // With the drawing: a key may come before the next frame.
  useLayoutEffect(() => {
    const heard = names.flatMap((name) => {
      const binding = keys[name];
      if (binding === null) return [];
      const listener = (event: KeyboardEvent): void => {
        if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
          return;
        if (takesText(event.target) && (isTyped(binding) || !always.includes(name))) return;
        if (latest.current[name]?.(event) !== false) event.preventDefault();
      };
      return bindingsOf(binding).map((key): [string, (event: KeyboardEvent) => void] => [key, listener]);
    });
    return tinykeys(window, Object.fromEntries(heard));
  }, [names.join(), chosen.join()]);
}
