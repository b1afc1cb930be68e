import type { ChosenStyle } from '#core/mark-styles/chosen-styles.ts';
import { tNamed } from './text.ts';

/** What the reader calls a style. */
export function styleName({ look, name }: ChosenStyle): string {
  return name === '' ? tNamed(look.label) : name;
}
