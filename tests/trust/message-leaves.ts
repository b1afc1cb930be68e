/** A value in a message that holds no other, and where it stands. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every value in a message that holds no other. */
export function leaves(value: unknown, path: readonly string[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [{ path, value }];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

/** The message with another value in that place. */
export function withLeaf(value: unknown, [key, ...path]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? withLeaf(item, path, leaf) : item));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withLeaf(fields[key], path, leaf) };
}
