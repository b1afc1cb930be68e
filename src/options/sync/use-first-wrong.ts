import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Leads the focus to the first field that is wrong.
 * @param refusals raised each time that something was wrong with what was asked for
 * @returns to be given to what holds the fields
 */
export function useFirstWrong<T extends HTMLElement>(refusals: number): RefObject<T | null> {
  const place = useRef<T>(null);
  useLayoutEffect(() => {
    if (refusals > 0) place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return place;
}
