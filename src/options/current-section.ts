/** Where the head of a part stands in the window, in CSS px from its upper edge. */
export interface Head {
  readonly id: string;
  readonly top: number;
}

/** A head counts as reached when it stands in the upper third of the window: there one reads. */
const reached = 1 / 3;

/**
 * The part that is being read: the last whose head was reached, or the last of all at the end of the page.
 * @param chosen the part that was last gone to, which it stays as long as its head is in sight: near the end of the page no other way
 *   leads to a short one
 * @param height the window's, in CSS px
 */
export function currentSection(
  heads: readonly Head[],
  chosen: string | null,
  height: number,
  isAtEnd: boolean,
): string | null {
  const gone = heads.find(({ id }) => id === chosen);
  if (gone !== undefined && gone.top >= 0 && gone.top < height) return gone.id;
  if (isAtEnd) return heads.at(-1)?.id ?? null;
  const above = heads.filter(({ top }) => top <= height * reached);
  return (above.at(-1) ?? heads[0])?.id ?? null;
}
