const cache = new Map<string, ReadonlySet<string>>();

/** The words of a blank-separated list as a set. Made once for each list, then shared. */
export function wordSet(list: string): ReadonlySet<string> {
  let set = cache.get(list);
  if (set === undefined) {
    set = new Set(list.split(/\s+/).filter(Boolean));
    cache.set(list, set);
  }
  return set;
}
