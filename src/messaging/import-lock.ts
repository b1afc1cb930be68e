/**
 * A surface holds a lock for as long as it brings something in. The browser takes it away with the surface, however that ends: so the
 * background knows which imports nobody waits for any more.
 */
const PREFIX = 'on-record-import:';

/** Takes the lock of an import; it is given back when the signal aborts. */
export function holdImport(id: string, end: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(PREFIX + id, () => {
        resolve();
        return new Promise<void>((release) => {
          if (end.aborted) release();
          end.addEventListener('abort', () => release(), { once: true });
        });
      })
      .catch(reject);
  });
}

/** The imports whose surfaces are there. */
export async function importsHeld(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(PREFIX));
  return new Set(names.map((name) => name.slice(PREFIX.length)));
}
