import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { t } from '#ui/text.ts';
import type { CoverGuard } from './cover-guard.ts';

/** Where no page can cover us there is no guard. */
const Context = createContext<CoverGuard | null>(null);

/** Gives everything in it the guard of its window. */
export const SeenProvider = Context.Provider;

/** Turns something that a reader must have seen into what is done only then. */
export function useSeen(): <Given extends unknown[]>(
  deed: (...given: Given) => void,
) => (...given: Given) => void {
  const guard = useContext(Context);
  return (deed) =>
    (...given) => {
      if (guard === null) deed(...given);
      else guard.doSeen(() => deed(...given));
    };
}

/** Says why nothing was done, while that is so. */
export function UnseenNotice() {
  const guard = useContext(Context);
  return guard?.isRefused.value === true ? (
    <p class="trouble" role="alert">
      {t('coveredHere')}
    </p>
  ) : null;
}
