import { isHidden } from './element-kind.ts';

/** Less text than this need not be watched for, in UTF-16 units; and no more elements than this. */
const LEAST_TEXT = 40;
const MOST_ELEMENTS = 300;

/** Of the elements that a page hides, those worth watching: they hold text. */
export function holdingText(hidden: readonly Element[]): Element[] {
  const found: Element[] = [];
  for (const element of hidden) {
    if (found.length >= MOST_ELEMENTS) break;
    if ((element.textContent ?? '').length >= LEAST_TEXT) found.push(element);
  }
  return found;
}

/** Whether one of these is shown now. */
export const hasAppeared = (elements: readonly Element[]): boolean =>
  elements.some((element) => element.isConnected && !isHidden(element));
