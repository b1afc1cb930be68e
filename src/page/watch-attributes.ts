const ATTRIBUTES: MutationObserverInit = {
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'open', 'aria-expanded', 'class', 'style'],
};

/** On a page that never rests, attributes are looked at so often, in ms: being told of each costs more than all the rest. */
const PAUSE_MS = 200;
/** What a restless page changes meanwhile, at the least: it must not seem to rest because nobody looks. */
const CHANGES_IN_A_PAUSE = 5;

/** Watches attributes that show and hide. */
export interface AttributeWatcher {
  /** Watches these trees as well. */
  also(roots: readonly Node[]): void;
}

/** What a watcher of attributes asks and tells. */
export interface AttributeEvents {
  /** A batch has changed. On a restless page it stands for so many `changes` that nobody watched. */
  readonly onRecords: (records: readonly MutationRecord[], changes: number) => void;
  /** For a while nobody has watched: anything may be shown now. */
  readonly onUnwatched: () => void;
  readonly isRestless: () => boolean;
}

/** Tells of changed attributes: of each batch at once on a page at rest, of a batch now and then on a restless one. */
export function watchAttributes(
  { onRecords, onUnwatched, isRestless }: AttributeEvents,
  signal: AbortSignal,
): AttributeWatcher {
  // Held weakly: a frame's document that has gone must be able to go.
  let watched: WeakRef<Node>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasPaused = false;
  const observer = new MutationObserver((records) => {
    onRecords(records, hasPaused ? CHANGES_IN_A_PAUSE : 1);
    hasPaused = isRestless();
    if (!hasPaused) return;
    observer.disconnect();
    timer = setTimeout(watch, PAUSE_MS);
  });
  const watch = (): void => {
    timer = undefined;
    onUnwatched();
    watched = watched.filter((root) => root.deref()?.isConnected);
    for (const root of watched) {
      const node = root.deref();
      if (node) observer.observe(node, ATTRIBUTES);
    }
  };
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
  return {
    also(roots) {
      if (signal.aborted) return;
      const known = new Set(watched.map((root) => root.deref()));
      const added = roots.filter((root) => !known.has(root));
      watched.push(...added.map((root) => new WeakRef(root)));
      if (timer === undefined) for (const root of added) observer.observe(root, ATTRIBUTES);
    },
  };
}
