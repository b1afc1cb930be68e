import { useEffect, useState } from 'preact/hooks';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** The route in the address, followed as it changes. */
export function useRoute(): Route {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setFragment(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return parseRoute(fragment);
}

/** Goes somewhere else in the library. `replace`: in place of the step that stands there now, as while one types. */
export function goTo(route: Route, how: 'push' | 'replace' = 'push'): void {
  const fragment = formatRoute(route);
  if (fragment === location.hash) return;
  if (how === 'push') location.hash = fragment;
  else location.replace(fragment);
}
