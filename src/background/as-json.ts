/**
 * Whatever a disk has given back, as JSON: what JSON has no word for is written in words, so that it is seen. Never throws: of what cannot
 * be written at all, such as what holds itself, the outline is.
 */
export function asJson(value: unknown): string {
  try {
    return JSON.stringify(value, inWords, 1) ?? 'null';
  } catch {
    return JSON.stringify(Object.prototype.toString.call(value));
  }
}

function inWords(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  if (typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)))
    return String(value);
  return value;
}
