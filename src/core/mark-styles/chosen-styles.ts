import type { Json } from '#core/guard-json.ts';
import type { MarkStyleLook } from './mark-style.ts';
import { markStyles } from './registry.ts';

/** A mark style as the reader has it. */
export interface ChosenStyle {
  readonly look: MarkStyleLook;
  /** What the reader calls it; '' for its own name. */
  readonly name: string;
  /** Whether it is offered. Passages that have it keep it. */
  readonly on: boolean;
}

/** The longest name of a style, in UTF-16 units. */
export const longestName = 40;

/** What is stored of the reader's choice, whatever it is, as all styles in the reader's order; new ones come last. Never throws. */
export function chosenStyles(stored: unknown): readonly ChosenStyle[] {
  const chosen = new Map<string, ChosenStyle>();
  for (const entry of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { id, name, on } = entry as Readonly<Record<string, unknown>>;
    const look = markStyles.find((style) => style.id === id);
    if (look === undefined || chosen.has(look.id)) continue;
    chosen.set(look.id, {
      look,
      name: typeof name === 'string' ? name.slice(0, longestName).trim() : '',
      on: on !== false,
    });
  }
  const others = markStyles.filter(({ id }) => !chosen.has(id)).map((look) => ({ look, name: '', on: true }));
  return [...chosen.values(), ...others];
}

/** The choice as it is stored; null when it is none, so that it follows a later version's. */
export function storedStyles(styles: readonly ChosenStyle[]): Json {
  const stored = styles.map(({ look, name, on }) => ({ id: look.id, name: name.trim(), on }));
  const untouched = stored.every(
    ({ id, name, on }, index) => on && name === '' && markStyles[index]?.id === id,
  );
  return untouched ? null : stored;
}

/** With one style a place earlier or later in the order; as they were at the ends. */
export function withStyleMoved(
  styles: readonly ChosenStyle[],
  id: string,
  by: -1 | 1,
): readonly ChosenStyle[] {
  const from = styles.findIndex(({ look }) => look.id === id);
  const [style, other] = [styles[from], styles[from + by]];
  if (style === undefined || other === undefined) return styles;
  const moved = [...styles];
  moved[from] = other;
  moved[from + by] = style;
  return moved;
}

/** With one style changed. */
export function withStyleChanged(
  styles: readonly ChosenStyle[],
  id: string,
  change: { readonly name?: string; readonly on?: boolean },
): readonly ChosenStyle[] {
  return styles.map((style) => (style.look.id === id ? { ...style, ...change } : style));
}
